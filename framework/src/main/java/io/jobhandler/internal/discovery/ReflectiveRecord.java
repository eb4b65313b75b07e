package io.jobhandler.internal.discovery;

import io.jobhandler.JobResult;
import io.jobhandler.spi.DetailRules;
import io.jobhandler.spi.ResultDetails;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes status details of a record.
 *
 * @param components what gives the value of each component, in their order
 */
record ReflectiveRecord(List<Method> components) implements ReflectiveResult {

  /** Checks that every component can become a detail. */
  static ReflectiveRecord of(Class<?> type, String signature) {
    RecordComponent[] components = type.getRecordComponents();
    String fault = "%s returns %s: ".formatted(signature, type.getSimpleName());
    if (components.length > DetailRules.MOST_DETAILS) {
      throw new IllegalArgumentException(
          "%sit has %d components, and an execution has room for %d details of yours"
              .formatted(fault, components.length, DetailRules.MOST_DETAILS));
    }
    for (RecordComponent component : components) {
      requireDetail(component, fault);
      component.getAccessor().trySetAccessible();
    }
    return new ReflectiveRecord(
        Arrays.stream(components).map(RecordComponent::getAccessor).toList());
  }

  private static void requireDetail(RecordComponent component, String fault) {
    try {
      DetailRules.requireKey(component.getName());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%sits component %s".formatted(fault, e.getMessage()), e);
    }
    Type type = component.getGenericType();
    if (!isValue(presentIn(type))) {
      throw new IllegalArgumentException(
          "%sits component '%s' is of type %s, which has no defined text: take %s"
              .formatted(fault, component.getName(), type.getTypeName(), DetailRules.VALUES));
    }
  }

  private static Type presentIn(Type type) {
    return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
        ? optional.getActualTypeArguments()[0]
        : type;
  }

  private static boolean isValue(Type type) {
    return type instanceof Class<?> known
        && (known.isPrimitive() || known.isEnum() || DetailRules.isValue(known.getName()));
  }

  @Override
  public JobResult of(@Nullable Object returned) throws Throwable {
    Object result = ResultDetails.required(returned);
    ResultDetails details = new ResultDetails();
    for (Method component : components) {
      details.add(component.getName(), Methods.call(component, result, List.of()));
    }
    return details.succeeded();
  }
}
