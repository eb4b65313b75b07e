package io.jobhandler.agent;

import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How often handlers are attempted for one execution. Immutable; begin with {@link #defaults()}.
 *
 * @param maxAttempts how often a handler may be started for one execution where nothing else says,
 *     1 to {@value HandlerPolicy#MOST_ATTEMPTS}; 3
 * @param maxAttemptsByOperation the same by operation; beats the annotation
 * @param onInterrupt what becomes of executions that were cut off, by operation; beats the
 *     annotation, unless it is unset
 * @param backoff how long to wait before the second attempt where the annotation does not say, over
 *     zero and up to an hour; 5 seconds
 * @param restartTimeout how long a restart that a handler asks for may take before the service
 *     gives up on the execution, over zero and up to a day; 30 minutes
 */
public record AttemptSettings(
    int maxAttempts,
    Map<String, Integer> maxAttemptsByOperation,
    Map<String, OnInterrupt> onInterrupt,
    Duration backoff,
    Duration restartTimeout) {
  private static final Duration LONGEST_RESTART = Duration.ofDays(1);

  /** Checks the ranges and copies the maps. */
  public AttemptSettings {
    requireAttempts("maxAttempts", maxAttempts);
    maxAttemptsByOperation = Map.copyOf(maxAttemptsByOperation);
    maxAttemptsByOperation.forEach(
        (operation, most) -> requireAttempts("maxAttempts of " + operation, most));
    onInterrupt = Map.copyOf(onInterrupt);
    requireUpTo("backoff", backoff, HandlerPolicy.MAX_BACKOFF);
    requireUpTo("restartTimeout", restartTimeout, LONGEST_RESTART);
  }

  private static void requireAttempts(String name, int most) {
    if (most < 1 || most > HandlerPolicy.MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "%s is %d, expected 1 to %d".formatted(name, most, HandlerPolicy.MOST_ATTEMPTS));
    }
  }

  private static void requireUpTo(String name, Duration value, Duration longest) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.isZero() || value.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, expected more than zero, up to %s".formatted(name, value, longest));
    }
  }

  /**
   * Three attempts, and no handler is run again unless its annotation says so.
   *
   * @return the defaults
   */
  public static AttemptSettings defaults() {
    return new AttemptSettings(
        3, Map.of(), Map.of(), Duration.ofSeconds(5), Duration.ofMinutes(30));
  }

  /**
   * The same settings with other caps.
   *
   * @param byDefault how often a handler may be started for one execution where nothing else says
   * @param byOperation the same by operation; beats the annotation
   * @return a copy
   */
  public AttemptSettings withMaxAttempts(int byDefault, Map<String, Integer> byOperation) {
    return new AttemptSettings(byDefault, byOperation, onInterrupt, backoff, restartTimeout);
  }

  /**
   * The same settings with other rules for interruptions.
   *
   * @param byOperation the rules by operation; beats the annotation, unless it is unset
   * @return a copy
   */
  public AttemptSettings withOnInterrupt(Map<String, OnInterrupt> byOperation) {
    return new AttemptSettings(
        maxAttempts, maxAttemptsByOperation, byOperation, backoff, restartTimeout);
  }

  /**
   * The same settings with other times.
   *
   * @param firstBackoff how long to wait before the second attempt where the annotation does not
   *     say
   * @param restart how long a restart that a handler asks for may take
   * @return a copy
   */
  public AttemptSettings withTimes(Duration firstBackoff, Duration restart) {
    return new AttemptSettings(
        maxAttempts, maxAttemptsByOperation, onInterrupt, firstBackoff, restart);
  }
}
