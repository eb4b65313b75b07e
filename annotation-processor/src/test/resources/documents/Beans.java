class Doc {
  public String open;
  private String withGetter; public String getWithGetter() { return withGetter; }
  private int withSetter; void setWithSetter(int i) { withSetter = i; }
  @JsonProperty private String annotated;
  @JsonProperty("other") private String renamed;
  private Boolean truth; public Boolean isTruth() { return truth; }
  private boolean flag; public boolean isFlag() { return flag; }
  private java.net.URI uri; public java.net.URI getURI() { return uri; } public void setURI(java.net.URI u) {}
  public List<String> getFilled() { return new ArrayList<>(); }
  public String getComputed() { return ""; }
  @JsonProperty("set") void called(String v) {}
  @JsonSetter("fluent") Doc with(int v) { return this; }
  public int primitive; public Integer boxed; public Optional<String> perhaps;
  public transient String passing; public static String shared;
  public final String constant = String.valueOf(1);
  private String hidden; String packagePrivate; protected String forHeirs;
}
