package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.lang.annotation.Retention;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;

/** Which parameters may be null to the agent, which sees what is left of them at run time. */
final class Nullness {
  private Nullness() {}

  /** Whether the parameter or its type has a {@code @Nullable} of any library. */
  static boolean isNullable(VariableElement parameter) {
    return hasNullable(parameter) || hasNullable(parameter.asType());
  }

  private static boolean hasNullable(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream()
        .filter(m -> m.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"))
        .anyMatch(Nullness::isKept);
  }

  private static boolean isKept(AnnotationMirror mirror) {
    return WrittenAnnotation.on(TypeNames.elementOf(mirror.getAnnotationType()), Retention.class)
        .filter(retention -> Jackson.constant(retention, "value").equals("RUNTIME"))
        .isPresent();
  }
}
