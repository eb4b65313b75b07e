package io.jobhandler.internal.discovery;

import io.jobhandler.JobResult;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.ContinuationInvocation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a handler class that go on with its jobs, of one kind.
 *
 * @param handlerClass the class
 * @param kind for what they are called
 * @param methods the methods by operation
 */
record ReflectiveContinuations(
    Class<?> handlerClass,
    ContinuationKind kind,
    SortedMap<String, ReflectiveContinuation> methods) {

  static ReflectiveContinuations of(
      Class<?> handlerClass, ContinuationKind kind, Set<String> operations) {
    SortedMap<String, ReflectiveContinuation> methods = new TreeMap<>();
    ReflectiveContinuations found = new ReflectiveContinuations(handlerClass, kind, methods);
    for (Method method : Methods.declaredBy(handlerClass)) {
      kind.operationOf(method)
          .ifPresent(
              operation -> {
                requireKnown(method, operation, operations);
                found.add(operation, ReflectiveContinuation.of(method, kind));
              });
    }
    return found;
  }

  private static void requireKnown(Method method, String operation, Set<String> operations) {
    if (!operations.contains(operation)) {
      throw new IllegalArgumentException(
          "operation '%s' of %s is that of no @JobHandler in its class; known: %s"
              .formatted(operation, Methods.signature(method), operations));
    }
  }

  private void add(String operation, ReflectiveContinuation method) {
    ReflectiveContinuation other = methods.put(operation, method);
    if (other != null) {
      throw new IllegalArgumentException(
          "operation '%s' has two %s methods, %s and %s"
              .formatted(
                  operation,
                  kind.annotationName(),
                  other.description().signature(),
                  method.description().signature()));
    }
  }

  /** What is called for an operation, null where there is nothing. */
  @Nullable Continuation description(String operation) {
    ReflectiveContinuation method = methods.get(operation);
    return method == null ? null : method.description();
  }

  JobResult invoke(String operation, Object handler, ContinuationInvocation invocation)
      throws Throwable {
    ReflectiveContinuation method = methods.get(operation);
    if (method == null) {
      throw new IllegalArgumentException(
          "%s has no %s method for operation '%s'; known: %s"
              .formatted(
                  handlerClass.getName(), kind.annotationName(), operation, methods.keySet()));
    }
    return method.invoke(handler, invocation);
  }
}
