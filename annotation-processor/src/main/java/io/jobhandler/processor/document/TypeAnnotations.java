package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** The annotations of a type, with those of its supertypes, which Jackson lets it inherit. */
final class TypeAnnotations {
  private TypeAnnotations() {}

  static Optional<WrittenAnnotation> find(TypeElement type, String annotation) {
    Optional<WrittenAnnotation> own = WrittenAnnotation.on(type, annotation);
    return own.isPresent()
        ? own
        : supertypes(type).flatMap(supertype -> find(supertype, annotation).stream()).findFirst();
  }

  private static Stream<TypeElement> supertypes(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .filter(supertype -> supertype.getKind() == TypeKind.DECLARED)
        .map(TypeNames::elementOf);
  }
}
