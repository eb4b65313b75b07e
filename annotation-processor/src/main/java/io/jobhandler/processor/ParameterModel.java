package io.jobhandler.processor;

import io.jobhandler.JobContext;
import io.jobhandler.Payload;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a method that the dispatcher calls.
 *
 * @param element the parameter
 * @param kind what its type makes it
 * @param progress its {@link Progress} annotation, null where it has none
 * @param payload its {@link Payload} annotation, null where it has none
 */
record ParameterModel(
    VariableElement element,
    Kind kind,
    @Nullable AnnotationMirror progress,
    @Nullable AnnotationMirror payload) {

  /** What the agent passes for a parameter. */
  enum Kind {
    PROGRESS,
    CONTEXT,
    PAYLOAD,
    /** A map of payloads. */
    PAYLOADS,
    /** The document or the checkpoint, as long as the checks find its type fit for one. */
    DOCUMENT;

    boolean isPayload() {
      return this == PAYLOAD || this == PAYLOADS;
    }
  }

  static ParameterModel of(VariableElement element) {
    return new ParameterModel(
        element,
        kindOf(element.asType()),
        TypeNames.annotation(element, Progress.class),
        TypeNames.annotation(element, Payload.class));
  }

  String name() {
    return element.getSimpleName().toString();
  }

  /** Its annotation that means something here, null where it has none. */
  @Nullable AnnotationMirror annotation() {
    return progress == null ? payload : progress;
  }

  TypeMirror type() {
    return element.asType();
  }

  private static Kind kindOf(TypeMirror type) {
    if (TypeNames.isExactly(type, ProgressReporter.class)) {
      return Kind.PROGRESS;
    }
    if (TypeNames.isExactly(type, VerifiedPayload.class)) {
      return Kind.PAYLOAD;
    }
    if (isMapOfPayloads(type)) {
      return Kind.PAYLOADS;
    }
    return TypeNames.isExactly(type, JobContext.class) ? Kind.CONTEXT : Kind.DOCUMENT;
  }

  private static boolean isMapOfPayloads(TypeMirror type) {
    if (!TypeNames.isExactly(type, Map.class)) {
      return false;
    }
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    return arguments.size() == 2
        && TypeNames.isExactly(arguments.get(0), String.class)
        && TypeNames.isExactly(arguments.get(1), VerifiedPayload.class);
  }
}
