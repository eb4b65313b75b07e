package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JobHandler} annotation as it is written.
 *
 * @param mirror the annotation
 * @param operationValue where the operation is written, null where it is missing
 * @param stepTimeoutValue where the step timeout is written, null where it is left unset
 */
record HandlerAnnotation(
    AnnotationMirror mirror,
    @Nullable AnnotationValue operationValue,
    @Nullable AnnotationValue stepTimeoutValue) {

  static Optional<HandlerAnnotation> of(ExecutableElement method) {
    return Optional.ofNullable(TypeNames.annotation(method, JobHandler.class))
        .map(m -> new HandlerAnnotation(m, value(m, "operation"), value(m, "stepTimeout")));
  }

  String operation() {
    return text(operationValue);
  }

  /** The step timeout as text, empty where it is left unset. */
  String stepTimeout() {
    return text(stepTimeoutValue);
  }

  private static String text(@Nullable AnnotationValue value) {
    return value == null ? "" : String.valueOf(value.getValue());
  }

  /** Where a value of an annotation is written, null where it is left out. */
  static @Nullable AnnotationValue value(AnnotationMirror mirror, String name) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
