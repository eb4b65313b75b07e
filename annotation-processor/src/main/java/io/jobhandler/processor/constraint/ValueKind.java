package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.TypeNames;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What a constraint may say something of. */
enum ValueKind {
  TEXT("characters"),
  NUMBER(""),
  TRUTH(""),
  COLLECTION("elements"),
  MAP("entries"),
  ARRAY("elements"),
  OTHER("");

  private static final Set<String> NUMBERS =
      Set.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  private static final Set<String> OPTIONAL_NUMBERS =
      Set.of("java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");

  /** What a value of the kind has so many of, empty where it has no size. */
  private final String parts;

  ValueKind(String parts) {
    this.parts = parts;
  }

  String parts() {
    return parts;
  }

  boolean hasSize() {
    return !parts.isEmpty();
  }

  static boolean isOptionalNumber(TypeMirror type) {
    return OPTIONAL_NUMBERS.contains(TypeNames.qualifiedName(type));
  }

  static ValueKind of(TypeMirror written, Types types) {
    TypeMirror type = boundOf(written);
    if (type.getKind().isPrimitive()) {
      return type.getKind() == TypeKind.BOOLEAN
          ? TRUTH
          : type.getKind() == TypeKind.CHAR ? OTHER : NUMBER;
    }
    if (type.getKind() == TypeKind.ARRAY) {
      return ARRAY;
    }
    return type instanceof DeclaredType declared ? ofClass(declared, types) : OTHER;
  }

  private static ValueKind ofClass(DeclaredType type, Types types) {
    String name = TypeNames.qualifiedName(type);
    if (NUMBERS.contains(name) || OPTIONAL_NUMBERS.contains(name)) {
      return NUMBER;
    }
    if (name.equals("java.lang.Boolean")) {
      return TRUTH;
    }
    return withSupertypes(type, types)
        .map(TypeNames::qualifiedName)
        .map(ValueKind::ofInterface)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(OTHER);
  }

  private static Stream<TypeMirror> withSupertypes(TypeMirror type, Types types) {
    return Stream.concat(
        Stream.of(type),
        types.directSupertypes(type).stream().flatMap(parent -> withSupertypes(parent, types)));
  }

  private static @Nullable ValueKind ofInterface(String name) {
    return switch (name) {
      case "java.lang.CharSequence" -> TEXT;
      case "java.util.Collection" -> COLLECTION;
      case "java.util.Map" -> MAP;
      default -> null;
    };
  }

  static TypeMirror boundOf(TypeMirror type) {
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return boundOf(wildcard.getExtendsBound());
    }
    return type instanceof TypeVariable variable ? boundOf(variable.getUpperBound()) : type;
  }
}
