package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Finds what a type is read from. */
final class ShapeReader {
  private static final Set<String> OF_THE_JDK = Set.of("java", "javax", "jdk", "sun");

  private final DocumentReader reader;

  ShapeReader(DocumentReader reader) {
    this.reader = reader;
  }

  JsonShape shapeOf(TypeMirror type, Pointer at, Element place) {
    if (type.getKind().isPrimitive()) {
      return KnownTypes.shapeOf(type.getKind());
    }
    return switch (type.getKind()) {
      case ARRAY -> ofArray((ArrayType) type, at, place);
      case DECLARED -> ofDeclared((DeclaredType) type, at, place);
      case TYPEVAR -> shapeOf(((TypeVariable) type).getUpperBound(), at, place);
      case WILDCARD -> ofWildcard((WildcardType) type, at, place);
      case INTERSECTION ->
          fault(FaultKind.UNTYPED, at, place, type, "is several types at once: name one class");
      default -> new JsonShape.Anything(); // it does not compile, and the compiler says so
    };
  }

  private JsonShape ofArray(ArrayType type, Pointer at, Element place) {
    TypeMirror element = type.getComponentType();
    return element.getKind() == TypeKind.BYTE
        ? new JsonShape.Text(TextForm.BASE64)
        : new JsonShape.Items(shapeOf(element, at.each(), place), element);
  }

  private JsonShape ofWildcard(WildcardType type, Pointer at, Element place) {
    TypeMirror bound = type.getExtendsBound();
    return bound == null
        ? fault(
            FaultKind.UNTYPED,
            at,
            place,
            type,
            "may be any object: name its class, or JsonNode for anything")
        : shapeOf(bound, at, place);
  }

  private JsonShape ofDeclared(DeclaredType type, Pointer at, Element place) {
    String name = TypeNames.qualifiedName(type);
    JsonShape known = KnownTypes.shapeOf(name);
    if (known != null) {
      return known;
    }
    if (KnownTypes.isForbidden(name)) {
      return fault(
          FaultKind.NAMED_CLASS,
          at,
          place,
          type,
          "would be named by the document, which no document may do");
    }
    if (name.equals("java.lang.Object")) {
      return fault(
          FaultKind.UNTYPED,
          at,
          place,
          type,
          "may be anything: name its class, or JsonNode for anything");
    }
    if (isRaw(type)) {
      return fault(
          FaultKind.RAW, at, place, type, "is raw: say what it holds, for instance List<String>");
    }
    JsonShape container = new ContainerReader(reader, this).shapeOf(type, at, place);
    return container == null ? ofClass(type, at, place) : container;
  }

  private static boolean isRaw(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        && !TypeNames.elementOf(type).getTypeParameters().isEmpty();
  }

  private JsonShape ofClass(DeclaredType type, Pointer at, Element place) {
    TypeElement element = TypeNames.elementOf(type);
    if (Jackson.isOpaque(element)) {
      return new JsonShape.Anything();
    }
    if (element.getKind() == ElementKind.ENUM) {
      return EnumNames.shapeOf(element);
    }
    if (OF_THE_JDK.contains(element.getQualifiedName().toString().split("\\.", 2)[0])) {
      return fault(
          FaultKind.UNREADABLE,
          at,
          place,
          type,
          "is none that Jackson can read: use a record, a list, a map or a text");
    }
    JsonShape variants = new VariantsReader(reader).shapeOf(type, at, place);
    return variants == null ? ofConcrete(type, at, place) : variants;
  }

  private JsonShape ofConcrete(DeclaredType type, Pointer at, Element place) {
    TypeElement element = TypeNames.elementOf(type);
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return fault(
          FaultKind.ABSTRACT,
          at,
          place,
          type,
          "is abstract, and nothing says which class is meant: name a class, or say it with"
              + " @JsonTypeInfo(use = NAME) and @JsonSubTypes");
    }
    if (isInner(element)) {
      return fault(
          FaultKind.INNER,
          at,
          place,
          type,
          "is an inner class, which needs an outer object: make it static, or a record");
    }
    return new Creators(reader, type)
        .delegate()
        .map(delegate -> shapeOf(delegate, at, place))
        .orElseGet(() -> reader.structure(type, at));
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private JsonShape fault(
      FaultKind kind, Pointer at, Element place, TypeMirror type, String fault) {
    return reader.fault(kind, at, place, TypeNames.displayName(type) + " " + fault);
  }
}
