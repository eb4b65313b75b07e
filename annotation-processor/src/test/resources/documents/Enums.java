record Doc(Plain plain, Named named, Valued valued, Created created, List<Plain> all) {}
enum Plain { RED, GREEN }
enum Named { @JsonProperty("on") ON, @JsonAlias("aus") OFF, @JsonEnumDefaultValue NEITHER }
enum Valued { A; @JsonValue String text() { return "anything"; } }
enum Created { A; @JsonCreator static Created of(String text) { return A; } }
