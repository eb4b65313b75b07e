package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JobHandler} annotation as it is written.
 *
 * @param mirror the annotation
 * @param operationValue where the operation is written, null where it is missing
 * @param stepTimeoutValue where the step timeout is written, null where it is left unset
 * @param onProgressValue where the rule for the step timer is written, null where it is left unset
 */
record HandlerAnnotation(
    AnnotationMirror mirror,
    @Nullable AnnotationValue operationValue,
    @Nullable AnnotationValue stepTimeoutValue,
    @Nullable AnnotationValue onProgressValue) {

  static Optional<HandlerAnnotation> of(ExecutableElement method) {
    return Optional.ofNullable(TypeNames.annotation(method, JobHandler.class))
        .map(
            m ->
                new HandlerAnnotation(
                    m, value(m, "operation"), value(m, "stepTimeout"), value(m, "onProgress")));
  }

  String operation() {
    return text(operationValue);
  }

  /** The step timeout as text, empty where it is left unset. */
  String stepTimeout() {
    return text(stepTimeoutValue);
  }

  /** The rule for the step timer, unset where what is written is none: the compiler says so. */
  OnProgress onProgress() {
    return Arrays.stream(OnProgress.values())
        .filter(rule -> onProgressValue != null && names(onProgressValue, rule))
        .findFirst()
        .orElse(OnProgress.UNSET);
  }

  private static boolean names(AnnotationValue value, OnProgress rule) {
    return value.getValue() instanceof VariableElement constant
        && constant.getSimpleName().contentEquals(rule.name());
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
