package io.jobhandler.spi;

import io.jobhandler.JobFailedException;
import io.jobhandler.JobResult;
import io.jobhandler.ReasonCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status details of a job that was done, as its handler returned them. For dispatchers. Not for
 * use by several threads.
 */
public final class ResultDetails {
  private final Map<String, String> details = new LinkedHashMap<>();

  /** Begins without any. */
  public ResultDetails() {}

  /**
   * What a method returned, or its stage ended with, that must not be null.
   *
   * @param returned what it returned
   * @param <T> its type
   * @return the same
   * @throws JobFailedException if it is null: nothing says that the job was done
   */
  public static <T> T required(@Nullable T returned) {
    if (returned == null) {
      throw new JobFailedException(ReasonCode.HANDLER_ERROR, "the handler returned null");
    }
    return returned;
  }

  /**
   * The result for a map of details.
   *
   * @param returned what a method returned
   * @return that the job was done, with all details that are not null
   * @throws JobFailedException if the map is null
   */
  public static JobResult of(@Nullable Map<String, String> returned) {
    ResultDetails details = new ResultDetails();
    required(returned).forEach(details::add);
    return details.succeeded();
  }

  /**
   * Adds one.
   *
   * @param key its key; null leaves it out
   * @param value its value, or an {@link Optional} of it; null or empty leaves it out. An enum
   *     constant becomes its name, anything else its {@code toString()}
   * @return this
   */
  public ResultDetails add(@Nullable String key, @Nullable Object value) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (key != null && present != null) {
      details.put(key, present instanceof Enum<?> constant ? constant.name() : present.toString());
    }
    return this;
  }

  /**
   * The result.
   *
   * @return that the job was done, with the details so far
   */
  public JobResult succeeded() {
    return JobResult.succeeded(details);
  }
}
