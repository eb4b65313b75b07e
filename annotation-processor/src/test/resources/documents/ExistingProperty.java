record Doc(Shape shape, Other other) {}
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind", visible = true)
@JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle")})
sealed interface Shape permits Circle {}
record Circle(String kind, int radius) implements Shape {}
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = A.class, name = "a")})
interface Other {}
record A(String value) implements Other { @JsonProperty("type") String type() { return "a"; } }
