class Doc {
  @JsonCreator Doc(@JsonProperty("a") String a, @JsonProperty(value = "b", required = true) String b,
      @JsonProperty("c") int c, @JsonProperty("d") Optional<String> d, @JsonProperty("made") Made made) {}
  public String late;
}
class Made {
  private Made() {}
  @JsonCreator static Made of(@JsonProperty("name") String name) { return new Made(); }
}
