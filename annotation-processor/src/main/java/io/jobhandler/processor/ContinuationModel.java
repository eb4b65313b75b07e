package io.jobhandler.processor;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method with an {@link io.jobhandler.AfterRestart} or {@link io.jobhandler.OnCancelled}
 * annotation.
 *
 * @param kind which of them
 * @param handlerClass the class that declares it
 * @param element the method
 * @param annotation the annotation as it is written
 * @param parameters its parameters, in their order
 */
record ContinuationModel(
    ContinuationKind kind,
    TypeElement handlerClass,
    ExecutableElement element,
    WrittenAnnotation annotation,
    List<ParameterModel> parameters)
    implements CalledMethod {
  static final String OPERATION = "operation";

  static Optional<ContinuationModel> of(
      ContinuationKind kind, TypeElement handlerClass, ExecutableElement method) {
    return WrittenAnnotation.on(method, kind.annotation())
        .map(
            annotation ->
                new ContinuationModel(
                    kind,
                    handlerClass,
                    method,
                    annotation,
                    method.getParameters().stream().map(ParameterModel::of).toList()));
  }

  @Override
  public AnnotationMirror mirror() {
    return annotation.mirror();
  }

  String operation() {
    return annotation.text(OPERATION);
  }

  /** The parameter that takes the checkpoint, none where it takes none. */
  Optional<ParameterModel> checkpoint() {
    return parameters.stream()
        .filter(parameter -> parameter.kind() == ParameterModel.Kind.DOCUMENT)
        .findFirst();
  }
}
