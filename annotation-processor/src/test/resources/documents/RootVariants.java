@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = A.class, name = "a"), @JsonSubTypes.Type(value = B.class, name = "b")})
sealed interface Doc permits A, B {}
record A(String value) implements Doc {}
record B(int number) implements Doc {}
