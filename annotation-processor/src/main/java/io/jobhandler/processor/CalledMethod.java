package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A method that a dispatcher calls. */
interface CalledMethod {

  /** The class that declares it. */
  TypeElement handlerClass();

  ExecutableElement element();

  /** The annotation for which it is called. */
  AnnotationMirror mirror();

  /** Its parameters, in their order. */
  List<ParameterModel> parameters();

  default TypeMirror returnType() {
    return element().getReturnType();
  }

  /** What it returns, as far as the dispatcher can make a result of it. */
  default ReturnModel returned() {
    return ReturnModel.of(returnType());
  }

  default boolean is(Modifier modifier) {
    return element().getModifiers().contains(modifier);
  }

  /** The name of its annotation, for instance {@code @JobHandler}. */
  default String annotationName() {
    return "@" + mirror().getAnnotationType().asElement().getSimpleName();
  }

  /** The method as people write it, for instance {@code Firmware.install(FirmwareUpdate)}. */
  default String signature() {
    return parameters().stream()
        .map(parameter -> TypeNames.displayName(parameter.type()))
        .collect(
            Collectors.joining(
                ", ",
                TypeNames.nestedName(handlerClass()) + "." + element().getSimpleName() + "(",
                ")"));
  }

  /** Whether all types are known; a type may be missing that another processor has yet to write. */
  default boolean isResolved() {
    return returned().isResolved()
        && parameters().stream()
            .noneMatch(parameter -> parameter.type().getKind() == TypeKind.ERROR);
  }
}
