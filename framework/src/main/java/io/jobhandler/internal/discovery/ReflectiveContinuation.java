package io.jobhandler.internal.discovery;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.ContinuationInvocation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One method that goes on with jobs, checked and called by reflection. */
record ReflectiveContinuation(
    Method method,
    Continuation description,
    List<Function<ContinuationInvocation, @Nullable Object>> arguments,
    ReflectiveResult result) {

  static ReflectiveContinuation of(Method method, ContinuationKind kind) {
    if (!kind.reports()) {
      Methods.requireVoid(method);
    }
    ReflectiveResult result = ReflectiveResult.of(method);
    String signature = Methods.signature(method);
    Continuation description = new Continuation(checkpointType(method, kind, signature), signature);
    method.trySetAccessible();
    return new ReflectiveContinuation(
        method,
        description,
        Arrays.stream(method.getParameters()).map(ReflectiveContinuation::argument).toList(),
        result);
  }

  private static @Nullable Class<?> checkpointType(
      Method method, ContinuationKind kind, String signature) {
    List<Class<?>> types =
        Arrays.stream(method.getParameters())
            .filter(parameter -> !isInjected(parameter, kind, signature))
            .<Class<?>>map(Parameter::getType)
            .toList();
    if (types.size() > 1) {
      throw new IllegalArgumentException(
          "%s takes %d checkpoints, expected at most one".formatted(signature, types.size()));
    }
    types.forEach(type -> requireReadable(type, signature));
    return types.isEmpty() ? null : types.get(0);
  }

  private static boolean isInjected(Parameter parameter, ContinuationKind kind, String signature) {
    if (ReflectivePayload.isPayload(parameter, signature)) {
      throw new IllegalArgumentException(
          "%s takes a payload, which only a @JobHandler method can".formatted(signature));
    }
    boolean reporter = ReflectiveProgress.isReporter(parameter, signature);
    if (reporter && !kind.reports()) {
      throw new IllegalArgumentException(
          "%s takes a ProgressReporter, but nothing is reported after a cancellation"
              .formatted(signature));
    }
    return reporter || parameter.getType() == JobContext.class;
  }

  /** Primitives, arrays and interfaces are abstract, too. */
  private static void requireReadable(Class<?> type, String signature) {
    if (Modifier.isAbstract(type.getModifiers())
        || type.isEnum()
        || type.getName().startsWith("java.")) {
      throw new IllegalArgumentException(
          "%s takes a %s, which no checkpoint can be read into: take a class or record"
              .formatted(signature, type.getSimpleName()));
    }
  }

  private static Function<ContinuationInvocation, @Nullable Object> argument(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == ProgressReporter.class) {
      return ContinuationInvocation::progress;
    }
    return type == JobContext.class
        ? ContinuationInvocation::context
        : invocation -> invocation.checkpoint(type);
  }

  JobResult invoke(Object handler, ContinuationInvocation invocation) throws Throwable {
    List<@Nullable Object> given = new ArrayList<>();
    arguments.forEach(argument -> given.add(argument.apply(invocation)));
    return result.of(Methods.call(method, handler, given));
  }
}
