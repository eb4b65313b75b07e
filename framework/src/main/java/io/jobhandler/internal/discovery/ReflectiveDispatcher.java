package io.jobhandler.internal.discovery;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Calls the handler methods of a class that was compiled without the annotation processor. */
final class ReflectiveDispatcher<H> implements JobDispatcher<H> {
  private final Class<H> handlerClass;
  private final SortedMap<String, ReflectiveMethod> methods;
  private final ReflectiveContinuations afterRestart;
  private final ReflectiveContinuations onCancelled;

  private ReflectiveDispatcher(
      Class<H> handlerClass,
      SortedMap<String, ReflectiveMethod> methods,
      ReflectiveContinuations afterRestart,
      ReflectiveContinuations onCancelled) {
    this.handlerClass = handlerClass;
    this.methods = methods;
    this.afterRestart = afterRestart;
    this.onCancelled = onCancelled;
  }

  static <H> ReflectiveDispatcher<H> of(Class<H> handlerClass) {
    SortedMap<String, ReflectiveMethod> methods = handlersOf(handlerClass);
    ReflectiveContinuations afterRestart =
        ReflectiveContinuations.of(handlerClass, ContinuationKind.AFTER_RESTART, methods.keySet());
    ReflectiveContinuations onCancelled =
        ReflectiveContinuations.of(handlerClass, ContinuationKind.ON_CANCELLED, methods.keySet());
    methods.replaceAll(
        (operation, method) ->
            method.with(
                HandlerCompletion.of(
                    method.description(),
                    afterRestart.description(operation),
                    onCancelled.description(operation))));
    ReflectiveProgress.warnOfSteps(handlerClass);
    return new ReflectiveDispatcher<>(handlerClass, methods, afterRestart, onCancelled);
  }

  private static SortedMap<String, ReflectiveMethod> handlersOf(Class<?> handlerClass) {
    SortedMap<String, ReflectiveMethod> methods = new TreeMap<>();
    for (Method method : Methods.declaredBy(handlerClass)) {
      JobHandler annotation = method.getAnnotation(JobHandler.class);
      if (annotation != null) {
        add(methods, ReflectiveMethod.of(method, annotation));
      }
    }
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(
          "%s declares no @JobHandler method".formatted(handlerClass.getName()));
    }
    return methods;
  }

  private static void add(Map<String, ReflectiveMethod> methods, ReflectiveMethod method) {
    HandlerMethod described = method.description();
    ReflectiveMethod other = methods.put(described.operation(), method);
    if (other != null) {
      throw new IllegalArgumentException(
          "operation '%s' has two handlers, %s and %s"
              .formatted(
                  described.operation(), other.description().signature(), described.signature()));
    }
  }

  @Override
  public Class<H> handlerClass() {
    return handlerClass;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return methods.values().stream().map(ReflectiveMethod::description).toList();
  }

  @Override
  public JobResult dispatch(String operation, H handler, JobInvocation invocation)
      throws Throwable {
    ReflectiveMethod method = methods.get(operation);
    if (method == null) {
      throw new IllegalArgumentException(
          "%s has no handler for operation '%s'; known: %s"
              .formatted(handlerClass.getName(), operation, methods.keySet()));
    }
    return method.invoke(handler, invocation);
  }

  @Override
  public JobResult dispatchAfterRestart(
      String operation, H handler, ContinuationInvocation invocation) throws Throwable {
    return afterRestart.invoke(operation, handler, invocation);
  }

  @Override
  public void dispatchOnCancelled(String operation, H handler, ContinuationInvocation invocation)
      throws Throwable {
    onCancelled.invoke(operation, handler, invocation);
  }
}
