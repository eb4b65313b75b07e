package io.jobhandler.internal.discovery;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Calls the handler methods of a class that was compiled without the annotation processor. */
final class ReflectiveDispatcher<H> implements JobDispatcher<H> {
  private final Class<H> handlerClass;
  private final SortedMap<String, ReflectiveMethod> methods;

  private ReflectiveDispatcher(Class<H> handlerClass, SortedMap<String, ReflectiveMethod> methods) {
    this.handlerClass = handlerClass;
    this.methods = methods;
  }

  static <H> ReflectiveDispatcher<H> of(Class<H> handlerClass) {
    SortedMap<String, ReflectiveMethod> methods = new TreeMap<>();
    for (Method method : sortedMethods(handlerClass)) {
      JobHandler annotation = method.getAnnotation(JobHandler.class);
      if (annotation != null) {
        add(methods, ReflectiveMethod.of(method, annotation));
      }
    }
    if (methods.isEmpty()) {
      throw new IllegalArgumentException(
          "%s declares no @JobHandler method".formatted(handlerClass.getName()));
    }
    return new ReflectiveDispatcher<>(handlerClass, methods);
  }

  private static List<Method> sortedMethods(Class<?> handlerClass) {
    return Arrays.stream(handlerClass.getDeclaredMethods())
        .filter(method -> !method.isBridge() && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::toString))
        .toList();
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
    try {
      return method.invoke(handler, invocation);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
