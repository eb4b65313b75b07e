package io.jobhandler.processor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * Finds handlers that claim the same operation. Clashes within a class and across classes are found
 * apart, since the processor of one class may know of no other class.
 */
final class OperationClashes {

  private OperationClashes() {}

  static void reportWithin(HandlerClassModel handlerClass, ErrorReporter reporter) {
    Map<String, List<HandlerMethodModel>> byOperation =
        byOperation(handlerClass.methods().stream());
    for (HandlerMethodModel method : handlerClass.methods()) {
      report(method, byOperation, other -> !other.element().equals(method.element()), reporter);
    }
  }

  static void reportAcross(Collection<HandlerClassModel> handlerClasses, ErrorReporter reporter) {
    List<HandlerMethodModel> methods =
        handlerClasses.stream().flatMap(model -> model.methods().stream()).toList();
    Map<String, List<HandlerMethodModel>> byOperation = byOperation(methods.stream());
    for (HandlerMethodModel method : methods) {
      TypeElement own = method.handlerClass();
      report(method, byOperation, other -> !other.handlerClass().equals(own), reporter);
    }
  }

  private static Map<String, List<HandlerMethodModel>> byOperation(
      Stream<HandlerMethodModel> methods) {
    return methods
        .filter(method -> OperationCheck.isValid(method.operation()))
        .collect(Collectors.groupingBy(HandlerMethodModel::operation));
  }

  private static void report(
      HandlerMethodModel method,
      Map<String, List<HandlerMethodModel>> byOperation,
      Predicate<HandlerMethodModel> counts,
      ErrorReporter reporter) {
    String others =
        byOperation.getOrDefault(method.operation(), List.of()).stream()
            .filter(counts)
            .map(HandlerMethodModel::signature)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      reporter.error(
          ErrorCode.DUPLICATE_OPERATION,
          method,
          HandlerAnnotation.OPERATION,
          ("operation '%s' of %s is also the operation of %s: give each handler an operation of its"
                  + " own")
              .formatted(method.operation(), method.signature(), others));
    }
  }
}
