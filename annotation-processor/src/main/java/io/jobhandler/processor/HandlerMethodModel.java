package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method with a {@link JobHandler} annotation.
 *
 * @param handlerClass the class that declares it
 * @param element the method
 * @param annotation its annotation
 * @param parameters its parameters, in their order
 */
record HandlerMethodModel(
    TypeElement handlerClass,
    ExecutableElement element,
    HandlerAnnotation annotation,
    List<ParameterModel> parameters)
    implements CalledMethod {

  static Optional<HandlerMethodModel> of(TypeElement handlerClass, ExecutableElement method) {
    return HandlerAnnotation.of(method)
        .map(
            annotation ->
                new HandlerMethodModel(
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
    return annotation.operation();
  }

  /** The parameters that take payloads and are annotated so. */
  List<PayloadModel> payloads() {
    return parameters.stream().map(PayloadModel::of).flatMap(Optional::stream).toList();
  }

  @Override
  public boolean isResolved() {
    return CalledMethod.super.isResolved()
        && annotation.isResolved()
        && MappingModel.areResolved(element);
  }
}
