package io.jobhandler.internal.discovery;

import io.jobhandler.JobResult;
import io.jobhandler.spi.ResultDetails;
import io.jobhandler.spi.StagedResult;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes a result of what a method returned that was called by reflection. */
@FunctionalInterface
interface ReflectiveResult {

  /** The result of a method, or what the method's stage failed with. */
  JobResult of(@Nullable Object returned) throws Throwable;

  /**
   * How it is made of what a method returns.
   *
   * @throws IllegalArgumentException if nothing can be made of it
   */
  static ReflectiveResult of(Method method) {
    Type type = method.getGenericReturnType();
    Type staged = stagedIn(type);
    if (staged == null) {
      return type == void.class ? returned -> JobResult.succeeded() : ofType(type, method);
    }
    ReflectiveResult end =
        staged == Void.class ? returned -> JobResult.succeeded() : ofType(staged, method);
    return returned -> end.of(StagedResult.await((CompletionStage<?>) returned));
  }

  private static @Nullable Type stagedIn(Type type) {
    return type instanceof ParameterizedType stage
            && (stage.getRawType() == CompletionStage.class
                || stage.getRawType() == CompletableFuture.class)
        ? stage.getActualTypeArguments()[0]
        : null;
  }

  private static ReflectiveResult ofType(Type type, Method method) {
    Class<?> raw = rawClass(type);
    if (JobResult.class.isAssignableFrom(raw)) {
      return returned -> (JobResult) ResultDetails.required(returned);
    }
    if (raw.isRecord()) {
      return ReflectiveRecord.of(raw, Methods.signature(method));
    }
    if (isDetails(type)) {
      return ReflectiveResult::ofMap;
    }
    throw new IllegalArgumentException(
        ("%s returns %s, expected void, JobResult, a record, a Map<String, String>, or a"
                + " CompletionStage of one of these")
            .formatted(Methods.signature(method), displayName(method.getGenericReturnType())));
  }

  /** The class of a type; any other for what is neither a class nor a use of a generic one. */
  private static Class<?> rawClass(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }

  private static boolean isDetails(Type type) {
    return type instanceof ParameterizedType map
        && map.getRawType() == Map.class
        && List.of(map.getActualTypeArguments()).equals(List.of(String.class, String.class));
  }

  @SuppressWarnings("unchecked") // the method says so
  private static JobResult ofMap(@Nullable Object returned) {
    return ResultDetails.of((Map<String, String>) returned);
  }

  private static String displayName(Type type) {
    return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
  }
}
