package io.jobhandler.internal.discovery;

import io.jobhandler.MapException;
import io.jobhandler.spi.ExceptionMapping;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The {@link MapException} annotations that count for a handler method, found by reflection. */
final class ReflectiveMappings {
  private ReflectiveMappings() {}

  /** Those of the method and then those of its class, in the order in which they count. */
  static List<ExceptionMapping> inOrder(Method method) {
    Class<?> handlerClass = method.getDeclaringClass();
    return Stream.concat(
            on(method, Methods.signature(method)).stream(),
            on(handlerClass, handlerClass.getSimpleName()).stream())
        .toList();
  }

  private static List<ExceptionMapping> on(AnnotatedElement place, String name) {
    List<ExceptionMapping> sorted = new ArrayList<>();
    Arrays.stream(place.getAnnotationsByType(MapException.class))
        .map(annotation -> mapping(annotation, name))
        .sorted(Comparator.comparing(mapping -> mapping.type().getName()))
        .forEach(mapping -> add(mapping, sorted, name));
    return sorted;
  }

  private static ExceptionMapping mapping(MapException annotation, String place) {
    try {
      return new ExceptionMapping(annotation.type(), annotation.status(), annotation.reasonCode());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "@MapException on %s: %s".formatted(place, e.getMessage()), e);
    }
  }

  /** Puts a mapping before that of its superclass, or else last. */
  private static void add(ExceptionMapping mapping, List<ExceptionMapping> sorted, String place) {
    for (int i = 0; i < sorted.size(); i++) {
      Class<? extends Throwable> other = sorted.get(i).type();
      if (other == mapping.type()) {
        throw new IllegalArgumentException(
            "%s is mapped twice on %s".formatted(other.getSimpleName(), place));
      }
      if (other.isAssignableFrom(mapping.type())) {
        sorted.add(i, mapping);
        return;
      }
    }
    sorted.add(mapping);
  }
}
