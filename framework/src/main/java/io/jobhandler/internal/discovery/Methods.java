package io.jobhandler.internal.discovery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  static void requireVoid(Method method) {
    if (method.getReturnType() != void.class) {
      throw new IllegalArgumentException(
          "%s returns %s, expected void"
              .formatted(signature(method), method.getReturnType().getSimpleName()));
    }
  }

  /** Calls a method, and throws what it throws. */
  static @Nullable Object call(
      Method method, Object target, List<? extends @Nullable Object> arguments) throws Throwable {
    try {
      return method.invoke(target, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
