record Doc(String name, List<String> tags) {
  public boolean isEmpty() { return tags.isEmpty(); }
  public String getLabel() { return name; }
  static String shared = "";
}
