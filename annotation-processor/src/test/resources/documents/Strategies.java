record Doc(Snake snake, Kebab kebab, Dots dots, Upper upper, Capital capital, Lower lower, Camel camel) {}
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Snake(String plain, String twoWords, String baseURL, String URLBase, String a1b, String aBc, String _lead, @JsonProperty("asIs") String as) {}
@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
record Kebab(String twoWords, String baseURL, String threeLongWords) {}
@JsonNaming(PropertyNamingStrategies.LowerDotCaseStrategy.class)
record Dots(String twoWords, String baseURL) {}
@JsonNaming(PropertyNamingStrategies.UpperSnakeCaseStrategy.class)
record Upper(String twoWords, String baseURL) {}
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
record Capital(String twoWords, String baseURL) {}
@JsonNaming(PropertyNamingStrategies.LowerCaseStrategy.class)
record Lower(String twoWords, String baseURL) {}
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
record Camel(String twoWords, String baseURL) {}
