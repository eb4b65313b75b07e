package io.jobhandler.processor;

import io.jobhandler.Payload;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that takes payloads, with its {@link Payload} annotation as it is written.
 *
 * @param parameter the parameter, whose type is one for payloads
 * @param mirror the annotation
 */
record PayloadModel(ParameterModel parameter, AnnotationMirror mirror) {
  static final String URL = "url";
  static final String CODESIGN = "codesign";
  static final String ANCHOR = "anchor";

  static Optional<PayloadModel> of(ParameterModel parameter) {
    return parameter.kind().isPayload()
        ? Optional.ofNullable(parameter.payload()).map(m -> new PayloadModel(parameter, m))
        : Optional.empty();
  }

  boolean isSeveral() {
    return parameter.kind() == ParameterModel.Kind.PAYLOADS;
  }

  /** What the annotation says, or its default. */
  String text(String name) {
    AnnotationValue written = written(name);
    return String.valueOf((written == null ? defaultOf(name) : written).getValue());
  }

  /** Where the annotation says it, null where it leaves the default. */
  @Nullable AnnotationValue written(String name) {
    return new WrittenAnnotation(mirror).value(name);
  }

  private AnnotationValue defaultOf(String name) {
    return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())
        .stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .map(ExecutableElement::getDefaultValue)
        .findFirst()
        .orElseThrow();
  }
}
