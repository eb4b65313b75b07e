package io.jobhandler.processor;

import io.jobhandler.JobContext;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a handler method.
 *
 * @param element the parameter
 * @param kind what its type makes it
 * @param progress its {@link Progress} annotation, null where it has none
 */
record ParameterModel(VariableElement element, Kind kind, @Nullable AnnotationMirror progress) {

  /** What the agent passes for a parameter. */
  enum Kind {
    PROGRESS,
    CONTEXT,
    /** The document, as long as the checks find its type fit for one. */
    DOCUMENT
  }

  static ParameterModel of(VariableElement element) {
    return new ParameterModel(
        element, kindOf(element.asType()), TypeNames.annotation(element, Progress.class));
  }

  TypeMirror type() {
    return element.asType();
  }

  private static Kind kindOf(TypeMirror type) {
    if (TypeNames.isExactly(type, ProgressReporter.class)) {
      return Kind.PROGRESS;
    }
    return TypeNames.isExactly(type, JobContext.class) ? Kind.CONTEXT : Kind.DOCUMENT;
  }
}
