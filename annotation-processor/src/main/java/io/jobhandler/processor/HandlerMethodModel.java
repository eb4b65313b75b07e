package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

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
    List<ParameterModel> parameters) {

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

  String operation() {
    return annotation.operation();
  }

  TypeMirror returnType() {
    return element.getReturnType();
  }

  /** The parameters that take payloads and are annotated so. */
  List<PayloadModel> payloads() {
    return parameters.stream().map(PayloadModel::of).flatMap(Optional::stream).toList();
  }

  boolean is(Modifier modifier) {
    return element.getModifiers().contains(modifier);
  }

  /** The method as people write it, for instance {@code Firmware.install(FirmwareUpdate)}. */
  String signature() {
    return parameters.stream()
        .map(parameter -> TypeNames.displayName(parameter.type()))
        .collect(
            Collectors.joining(
                ", ",
                TypeNames.nestedName(handlerClass) + "." + element.getSimpleName() + "(",
                ")"));
  }

  /** Whether all types are known; a type may be missing that another processor has yet to write. */
  boolean isResolved() {
    return Stream.concat(
            Stream.of(element.getReturnType()), parameters.stream().map(ParameterModel::type))
        .noneMatch(type -> type.getKind() == TypeKind.ERROR);
  }
}
