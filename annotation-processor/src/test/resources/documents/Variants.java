record Doc(Shape shape, List<Animal> animals, Holder holder, @JsonProperty("s") Square square) {}
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle"), @JsonSubTypes.Type(Square.class),
    @JsonSubTypes.Type(value = Group.class, names = {"group", "set"})})
sealed interface Shape permits Circle, Square, Group {}
record Circle(int radius) implements Shape {}
@JsonTypeName("square") record Square(int side) implements Shape {}
record Group(List<Shape> members) implements Shape {}
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes(@JsonSubTypes.Type(Dog.class))
class Animal { public String name; }
@JsonSubTypes(@JsonSubTypes.Type(value = Puppy.class, name = "puppy"))
class Dog extends Animal { public int age; }
class Puppy extends Dog {}
record Holder(Inner inner) {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes({@JsonSubTypes.Type(One.class), @JsonSubTypes.Type(Two.class)})
  interface Inner {}
  record One(String a) implements Inner {}
  record Two(String b) implements Inner {}
}
