package io.jobhandler.internal.discovery;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Payload;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobInvocation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One handler method, checked and called by reflection. */
record ReflectiveMethod(
    Method method,
    HandlerMethod description,
    List<Function<JobInvocation, @Nullable Object>> arguments,
    ReflectiveResult result) {

  static ReflectiveMethod of(Method method, JobHandler annotation) {
    String signature = Methods.signature(method);
    ReflectiveResult result = ReflectiveResult.of(method);
    HandlerMethod description =
        HandlerMethod.of(
                annotation.operation(),
                documentType(method, signature),
                annotation.stepTimeout(),
                signature)
            .withOnProgress(annotation.onProgress())
            .withPolicy(ReflectivePolicy.of(method, annotation, signature));
    DocumentConstraints.requireNone(description.documentType(), signature);
    for (Parameter parameter : method.getParameters()) {
      if (ReflectivePayload.isPayload(parameter, signature)) {
        description = description.withPayload(ReflectivePayload.describe(parameter, signature));
      }
    }
    ReflectiveProgress.requireReporter(method, annotation, signature);
    method.trySetAccessible();
    return new ReflectiveMethod(
        method,
        description,
        Arrays.stream(method.getParameters()).map(ReflectiveMethod::argument).toList(),
        result);
  }

  private static @Nullable Class<?> documentType(Method method, String signature) {
    List<Class<?>> types =
        Arrays.stream(method.getParameters())
            .filter(parameter -> !isInjected(parameter, signature))
            .filter(parameter -> !ReflectivePayload.isPayload(parameter, signature))
            .<Class<?>>map(Parameter::getType)
            .toList();
    if (types.size() > 1) {
      throw new IllegalArgumentException(
          "%s takes %d documents, expected at most one".formatted(signature, types.size()));
    }
    return types.isEmpty() ? null : types.get(0);
  }

  private static boolean isInjected(Parameter parameter, String signature) {
    return ReflectiveProgress.isReporter(parameter, signature)
        || parameter.getType() == JobContext.class;
  }

  private static Function<JobInvocation, @Nullable Object> argument(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == ProgressReporter.class) {
      return JobInvocation::progress;
    }
    if (parameter.isAnnotationPresent(Payload.class)) {
      return invocation -> ReflectivePayload.argument(parameter, invocation);
    }
    return type == JobContext.class ? JobInvocation::context : JobInvocation::document;
  }

  /** The same method with what else belongs to its operation. */
  ReflectiveMethod with(HandlerMethod completed) {
    return new ReflectiveMethod(method, completed, arguments, result);
  }

  JobResult invoke(Object handler, JobInvocation invocation) throws Throwable {
    List<@Nullable Object> given = new ArrayList<>();
    arguments.forEach(argument -> given.add(argument.apply(invocation)));
    return result.of(Methods.call(method, handler, given));
  }
}
