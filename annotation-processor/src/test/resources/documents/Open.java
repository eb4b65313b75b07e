record Doc(Lenient lenient, Any any, AnyField field, AnyRecord ofRecord, Strict strict) {}
@JsonIgnoreProperties(ignoreUnknown = true) record Lenient(String name) {}
class Any { public String name; @JsonAnySetter void put(String name, JsonNode value) {} }
class AnyField { public String name; @JsonAnySetter public Map<String, JsonNode> others = new HashMap<>(); }
record AnyRecord(String name, @JsonAnySetter Map<String, JsonNode> others) {}
@JsonIgnoreProperties(value = "skipped", allowSetters = true) record Strict(String name) {}
