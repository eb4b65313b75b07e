package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Finds the annotations that have to do with validation, of whatever origin. */
final class ConstraintAnnotations {
  private static final String CONSTRAINTS = "jakarta.validation.constraints.";
  private static final String VALID = "jakarta.validation.Valid";
  private static final List<String> PACKAGES = List.of("jakarta.validation.", "javax.validation.");
  private static final List<String> META =
      List.of("jakarta.validation.Constraint", "javax.validation.Constraint");

  private ConstraintAnnotations() {}

  /**
   * Those of a declaration or the use of a type, repeated ones each for itself. Nested types are
   * always checked, so that {@code @Valid} says nothing.
   */
  static List<WrittenAnnotation> on(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream()
        .flatMap(ConstraintAnnotations::single)
        .filter(ConstraintAnnotations::validates)
        .map(WrittenAnnotation::new)
        .toList();
  }

  private static Stream<AnnotationMirror> single(AnnotationMirror mirror) {
    List<AnnotationMirror> repeated =
        new WrittenAnnotation(mirror)
            .elements("value").stream()
                .map(AnnotationValue::getValue)
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .filter(ConstraintAnnotations::validates)
                .toList();
    return repeated.isEmpty() ? Stream.of(mirror) : repeated.stream();
  }

  private static boolean validates(AnnotationMirror mirror) {
    String name = qualifiedName(mirror);
    return !name.equals(VALID)
        && (PACKAGES.stream().anyMatch(name::startsWith)
            || META.stream().anyMatch(meta -> TypeNames.annotation(typeOf(mirror), meta) != null));
  }

  private static Element typeOf(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement();
  }

  private static String qualifiedName(AnnotationMirror mirror) {
    return TypeNames.qualifiedName(mirror.getAnnotationType());
  }

  /** What an annotation says, or that generated code does not know it. */
  static ConstraintReading read(WrittenAnnotation written) {
    String name = qualifiedName(written.mirror());
    ConstraintReading reading =
        name.startsWith(CONSTRAINTS)
            ? ConstraintReader.read(name.substring(CONSTRAINTS.length()), written)
            : null;
    return reading == null
        ? ConstraintReading.fault(
            ConstraintFault.Kind.UNSUPPORTED,
            null,
            "is no constraint that generated code checks: have a compact constructor throw an"
                + " IllegalArgumentException that says what is wrong")
        : reading;
  }
}
