record Doc(@JsonProperty("v") String version, @JsonAlias({"b", "a"}) int count,
    @JsonProperty("f") @JsonAlias("file") String path, @JsonIgnore @Nullable String skipped, @JsonProperty String same,
    Renamed renamed) {}
@JsonIgnoreProperties({"comment", "gone"})
record Renamed(String name, @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable String computed,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String secret) {}
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Nullable {}
