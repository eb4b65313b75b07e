class Doc { public String a; Doc() {} @JsonCreator(mode = JsonCreator.Mode.DISABLED) Doc(@JsonProperty("b") String b) {} }
