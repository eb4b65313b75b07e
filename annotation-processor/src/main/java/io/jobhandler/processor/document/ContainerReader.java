package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the JDK's containers are read from.
 *
 * @param reader takes the faults
 * @param shapes finds what they hold is read from
 */
record ContainerReader(DocumentReader reader, ShapeReader shapes) {
  private static final String UTIL = "java.util.";
  private static final Set<String> ITEMS =
      Set.of(
          "ArrayDeque",
          "ArrayList",
          "Collection",
          "Deque",
          "HashSet",
          "LinkedHashSet",
          "LinkedList",
          "List",
          "NavigableSet",
          "Queue",
          "SortedSet",
          "Set",
          "TreeSet");
  private static final Set<String> MEMBERS =
      Set.of(
          "EnumMap",
          "HashMap",
          "LinkedHashMap",
          "Map",
          "NavigableMap",
          "SortedMap",
          "TreeMap",
          "concurrent.ConcurrentHashMap",
          "concurrent.ConcurrentMap");
  private static final Map<String, TypeKind> OPTIONAL_PRIMITIVES =
      Map.of(
          "OptionalInt", TypeKind.INT,
          "OptionalLong", TypeKind.LONG,
          "OptionalDouble", TypeKind.DOUBLE);

  /** The shape, null where the type is no container. */
  @Nullable JsonShape shapeOf(DeclaredType type, Pointer at, Element place) {
    String qualifiedName = TypeNames.qualifiedName(type);
    if (!qualifiedName.startsWith(UTIL)) {
      return null;
    }
    String name = qualifiedName.substring(UTIL.length());
    List<? extends TypeMirror> held = type.getTypeArguments();
    if (name.equals("Optional")) {
      return new JsonShape.Perhaps(shapes.shapeOf(held.get(0), at, place), held.get(0));
    }
    TypeKind primitive = OPTIONAL_PRIMITIVES.get(name);
    if (primitive != null) {
      return new JsonShape.Perhaps(
          KnownTypes.shapeOf(primitive), reader.types().getPrimitiveType(primitive));
    }
    if (ITEMS.contains(name)) {
      return new JsonShape.Items(shapes.shapeOf(held.get(0), at.each(), place), held.get(0));
    }
    return MEMBERS.contains(name) ? members(held.get(0), held.get(1), at, place) : null;
  }

  private JsonShape members(TypeMirror key, TypeMirror value, Pointer at, Element place) {
    JsonShape keyShape = keyShape(key);
    if (keyShape == null) {
      return reader.fault(
          FaultKind.MAP_KEY,
          at,
          place,
          "%s is no key that a member's name can be read into: use String or an enum"
              .formatted(TypeNames.displayName(key)));
    }
    JsonShape valueShape = shapes.shapeOf(value, at.each(), place);
    return new JsonShape.Members(keyShape, valueShape, key, value);
  }

  /** What a member's name is read from, null where it cannot be read into the type. */
  private static @Nullable JsonShape keyShape(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return null;
    }
    JsonShape known = KnownTypes.shapeOf(TypeNames.qualifiedName(type));
    if (known instanceof JsonShape.Text || known instanceof JsonShape.Whole) {
      return known;
    }
    TypeElement element = TypeNames.elementOf(type);
    return element.getKind() == ElementKind.ENUM ? EnumNames.shapeOf(element) : null;
  }
}
