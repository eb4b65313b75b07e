package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A class or interface that declares handler methods, or what belongs to some and does not find
 * them.
 *
 * @param element the class
 * @param methods its handler methods as the compiler lists them
 * @param continuations what is called for their operations after a restart or a cancellation, as
 *     the compiler lists them
 */
record HandlerClassModel(
    TypeElement element, List<HandlerMethodModel> methods, List<ContinuationModel> continuations) {
  private static final String DISPATCHER_SUFFIX = "_JobDispatcher";
  private static final String CONSTRAINTS_SUFFIX = "_JobConstraints";

  static HandlerClassModel of(TypeElement type) {
    return new HandlerClassModel(
        type,
        models(type, method -> HandlerMethodModel.of(type, method).stream()),
        models(type, method -> continuationsOf(type, method)));
  }

  private static <T> List<T> models(TypeElement type, Function<ExecutableElement, Stream<T>> read) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream().flatMap(read).toList();
  }

  private static Stream<ContinuationModel> continuationsOf(
      TypeElement type, ExecutableElement method) {
    return Arrays.stream(ContinuationKind.values())
        .map(kind -> ContinuationModel.of(kind, type, method))
        .flatMap(Optional::stream);
  }

  /** The handlers and the rest that the dispatcher calls. */
  List<CalledMethod> calledMethods() {
    return Stream.<CalledMethod>concat(methods.stream(), continuations.stream()).toList();
  }

  List<ContinuationModel> continuations(ContinuationKind kind) {
    return continuations.stream().filter(method -> method.kind() == kind).toList();
  }

  /** What is called for an operation; none where there is no such method. */
  Optional<ContinuationModel> continuation(ContinuationKind kind, String operation) {
    return continuations(kind).stream()
        .filter(method -> method.operation().equals(operation))
        .findFirst();
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
    return inPackage(dispatcherSimpleName());
  }

  /** The binary name of a class beside the handler class. */
  String inPackage(String simpleName) {
    return packageName().isEmpty() ? simpleName : packageName() + "." + simpleName;
  }

  /** The simple name of the class that checks the documents. */
  String constraintsSimpleName() {
    return nestedName().replace('.', '_') + CONSTRAINTS_SUFFIX;
  }

  boolean isResolved() {
    return calledMethods().stream().allMatch(CalledMethod::isResolved)
        && MappingModel.areResolved(element)
        && JobStepsModel.of(this).isResolved();
  }
}
