record Doc(@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) String year, @JsonDeserialize(using = Own.class) String own,
    String plain) {}
class Own extends com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer<String> {
  Own() { super(String.class); }
  @Override public String deserialize(com.fasterxml.jackson.core.JsonParser p, DeserializationContext c) { return ""; }
}
