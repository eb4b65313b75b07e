record Doc(Version version, Version2 second, Tags tags, Bare bare, Text text, Number2 number, Parts parts) {}
class Version { @JsonCreator(mode = JsonCreator.Mode.DELEGATING) Version(String text) {} }
class Version2 { @JsonCreator Version2(String text) {} }
class Tags { @JsonCreator(mode = JsonCreator.Mode.DELEGATING) static Tags of(List<Integer> all) { return new Tags(); } }
record Bare(@JsonValue String text) { @JsonCreator(mode = JsonCreator.Mode.DELEGATING) Bare {} }
class Text { public Text(String text) {} }
class Number2 { private Number2(int number) {} }
record Parts(String a, String b) { @JsonCreator static Parts parse(String text) { return new Parts(text, text); } }
