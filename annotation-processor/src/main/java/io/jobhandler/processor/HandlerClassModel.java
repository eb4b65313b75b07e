package io.jobhandler.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A class or interface that declares handler methods.
 *
 * @param element the class
 * @param methods its handler methods as the compiler lists them
 */
record HandlerClassModel(TypeElement element, List<HandlerMethodModel> methods) {
  private static final String DISPATCHER_SUFFIX = "_JobDispatcher";

  static HandlerClassModel of(TypeElement type) {
    return new HandlerClassModel(
        type,
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .map(method -> HandlerMethodModel.of(type, method))
            .flatMap(Optional::stream)
            .toList());
  }

  String packageName() {
    return TypeNames.packageOf(element).getQualifiedName().toString();
  }

  /** The name of the class below its package, for instance {@code Outer.Nested}. */
  String nestedName() {
    return TypeNames.nestedName(element);
  }

  String dispatcherSimpleName() {
    return nestedName().replace('.', '_') + DISPATCHER_SUFFIX;
  }

  /** The binary name of the dispatcher, which is no nested class. */
  String dispatcherName() {
    return packageName().isEmpty()
        ? dispatcherSimpleName()
        : packageName() + "." + dispatcherSimpleName();
  }

  boolean isResolved() {
    return methods.stream().allMatch(HandlerMethodModel::isResolved);
  }
}
