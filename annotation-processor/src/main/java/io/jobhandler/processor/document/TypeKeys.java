package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Names for types that are the same however the use of them is annotated. */
final class TypeKeys {
  private TypeKeys() {}

  static String keyOf(TypeMirror type) {
    return switch (type.getKind()) {
      case DECLARED -> keyOf((DeclaredType) type);
      case ARRAY -> keyOf(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR -> keyOf(((TypeVariable) type).getUpperBound());
      case WILDCARD -> keyOf((WildcardType) type);
      default -> type.getKind().name();
    };
  }

  private static String keyOf(WildcardType type) {
    TypeMirror bound = type.getExtendsBound();
    return bound == null ? TypeKind.WILDCARD.name() : keyOf(bound);
  }

  private static String keyOf(DeclaredType type) {
    String name = TypeNames.qualifiedName(type);
    return type.getTypeArguments().isEmpty()
        ? name
        : type.getTypeArguments().stream()
            .map(TypeKeys::keyOf)
            .collect(Collectors.joining(",", name + "<", ">"));
  }
}
