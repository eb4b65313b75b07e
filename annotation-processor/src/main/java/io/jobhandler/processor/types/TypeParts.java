package io.jobhandler.processor.types;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** What has to be named to write a type. */
public final class TypeParts {

  private TypeParts() {}

  /** The type itself and all that are written in it and on it; a type variable is a name. */
  public static Stream<TypeMirror> of(TypeMirror type) {
    return Stream.of(
            Stream.of(type),
            type.getAnnotationMirrors().stream().map(AnnotationMirror::getAnnotationType),
            within(type).flatMap(TypeParts::of))
        .flatMap(parts -> parts);
  }

  private static Stream<? extends TypeMirror> within(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> Stream.of(((ArrayType) type).getComponentType());
      case DECLARED -> ofDeclared((DeclaredType) type);
      case INTERSECTION -> ((IntersectionType) type).getBounds().stream();
      case WILDCARD ->
          Stream.concat(
              bound(((WildcardType) type).getExtendsBound()),
              bound(((WildcardType) type).getSuperBound()));
      default -> Stream.of();
    };
  }

  private static Stream<TypeMirror> ofDeclared(DeclaredType type) {
    return Stream.concat(
        type.getEnclosingType().getKind() == TypeKind.DECLARED
            ? Stream.of(type.getEnclosingType())
            : Stream.of(),
        type.getTypeArguments().stream());
  }

  private static Stream<TypeMirror> bound(@Nullable TypeMirror type) {
    return type == null ? Stream.of() : Stream.of(type);
  }

  /** Whether all types are known; one may be missing that another processor has yet to write. */
  public static boolean areKnown(List<? extends TypeMirror> types) {
    return types.stream()
        .flatMap(TypeParts::of)
        .noneMatch(type -> type.getKind() == TypeKind.ERROR);
  }
}
