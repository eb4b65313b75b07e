record Doc(ByConstructor byConstructor, ByFactory byFactory) {}
record ByConstructor(String a, int b) {
  @JsonCreator ByConstructor(@JsonProperty("text") String text, @JsonProperty("n") @Nullable Integer n) { this(text, 1); }
}
record ByFactory(String a) {
  @JsonCreator static ByFactory of(@JsonProperty("first") String first, @JsonProperty("second") Optional<String> second) { return new ByFactory(first); }
}
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Nullable {}
