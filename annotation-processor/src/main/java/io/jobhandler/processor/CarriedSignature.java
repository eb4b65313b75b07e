package io.jobhandler.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A constructor or a method that a subclass has as well.
 *
 * @param element the constructor or method
 */
record CarriedSignature(ExecutableElement element) {

  /** All types that the subclass must name. */
  List<TypeMirror> types() {
    return Stream.of(
            Stream.of(element.getReturnType()),
            element.getParameters().stream().map(parameter -> parameter.asType()),
            element.getThrownTypes().stream(),
            element.getTypeParameters().stream().flatMap(variable -> variable.getBounds().stream()),
            annotations().map(AnnotationMirror::getAnnotationType))
        .<TypeMirror>flatMap(types -> types)
        .toList();
  }

  private Stream<AnnotationMirror> annotations() {
    return Stream.concat(
            Stream.of(element),
            isConstructor() ? element.getParameters().stream() : Stream.<AnnotatedConstruct>of())
        .flatMap(place -> place.getAnnotationMirrors().stream());
  }

  boolean isConstructor() {
    return element.getKind() == ElementKind.CONSTRUCTOR;
  }
}
