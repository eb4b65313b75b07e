package io.jobhandler.internal.discovery;

import io.jobhandler.JobResult;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked of every method that is called by reflection. */
final class Methods {
  private Methods() {}

  /** The methods that a class declares itself, always in the same order. */
  static List<Method> declaredBy(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isBridge() && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  /** The method as people write it, for messages. */
  static String signature(Method method) {
    return "%s.%s(%s)"
        .formatted(
            method.getDeclaringClass().getSimpleName(),
            method.getName(),
            Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }

  static void requireResultOrVoid(Method method) {
    Class<?> type = method.getReturnType();
    if (type != void.class && !JobResult.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "%s returns %s, expected void or JobResult"
              .formatted(signature(method), type.getSimpleName()));
    }
  }

  static void requireVoid(Method method) {
    if (method.getReturnType() != void.class) {
      throw new IllegalArgumentException(
          "%s returns %s, expected void"
              .formatted(signature(method), method.getReturnType().getSimpleName()));
    }
  }
}
