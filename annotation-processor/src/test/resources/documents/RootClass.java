@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind") @JsonTypeName("doc")
class Doc { public String name; }
