package io.jobhandler.spi;

import io.jobhandler.OnInterrupt;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link io.jobhandler.JobHandler} method says of interruptions, retries and its company.
 *
 * @param onInterrupt what becomes of an execution that was cut off
 * @param maxAttempts how often the handler may be started for one execution, 1 to {@value
 *     #MOST_ATTEMPTS}; 0 for unset
 * @param retryOn the exceptions after which it is attempted again, not modifiable
 * @param backoff how long to wait before the second attempt, over zero and up to {@link
 *     #MAX_BACKOFF}; null for unset
 * @param exclusive whether the handler runs alone
 * @param mappings how exceptions end the execution; the first whose type fits counts, not
 *     modifiable
 */
public record HandlerPolicy(
    OnInterrupt onInterrupt,
    int maxAttempts,
    List<Class<? extends Throwable>> retryOn,
    @Nullable Duration backoff,
    boolean exclusive,
    List<ExceptionMapping> mappings) {

  /** The most attempts of one execution. */
  public static final int MOST_ATTEMPTS = 100;

  /** The longest wait before a second attempt. */
  public static final Duration MAX_BACKOFF = Duration.ofHours(1);

  private static final HandlerPolicy UNSET =
      new HandlerPolicy(OnInterrupt.UNSET, 0, List.of(), null, false, List.of());

  /** Checks the ranges and copies the lists. */
  public HandlerPolicy {
    if (maxAttempts < 0 || maxAttempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "maxAttempts is %d, expected 1 to %d, or 0 for unset"
              .formatted(maxAttempts, MOST_ATTEMPTS));
    }
    if (backoff != null
        && (backoff.isNegative() || backoff.isZero() || backoff.compareTo(MAX_BACKOFF) > 0)) {
      throw new IllegalArgumentException(
          "backoff is %s, expected more than zero, up to %s".formatted(backoff, MAX_BACKOFF));
    }
    retryOn = List.copyOf(retryOn);
    mappings = List.copyOf(mappings);
  }

  /**
   * A method whose annotation leaves everything unset.
   *
   * @return the policy
   */
  public static HandlerPolicy unset() {
    return UNSET;
  }

  /**
   * The same policy with another rule for interruptions.
   *
   * @param rule what becomes of an execution that was cut off
   * @return a copy
   */
  public HandlerPolicy withOnInterrupt(OnInterrupt rule) {
    return new HandlerPolicy(rule, maxAttempts, retryOn, backoff, exclusive, mappings);
  }

  /**
   * The same policy with another cap.
   *
   * @param most how often the handler may be started for one execution; 0 for unset
   * @return a copy
   * @throws IllegalArgumentException if it is out of range
   */
  public HandlerPolicy withMaxAttempts(int most) {
    return new HandlerPolicy(onInterrupt, most, retryOn, backoff, exclusive, mappings);
  }

  /**
   * The same policy with one more exception after which the handler is attempted again.
   *
   * @param type the exception, with its subclasses
   * @return a copy
   */
  public HandlerPolicy withRetryOn(Class<? extends Throwable> type) {
    List<Class<? extends Throwable>> more = new ArrayList<>(retryOn);
    more.add(type);
    return new HandlerPolicy(onInterrupt, maxAttempts, more, backoff, exclusive, mappings);
  }

  /**
   * The same policy with another wait between attempts.
   *
   * @param first an ISO-8601 duration, or empty for unset
   * @return a copy
   * @throws IllegalArgumentException if it is no duration, or out of range
   */
  public HandlerPolicy withBackoff(String first) {
    return new HandlerPolicy(onInterrupt, maxAttempts, retryOn, parse(first), exclusive, mappings);
  }

  private static @Nullable Duration parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "backoff '%s' is not an ISO-8601 duration, for instance PT5S".formatted(text), e);
    }
  }

  /**
   * The same policy for a handler that runs alone.
   *
   * @return a copy
   */
  public HandlerPolicy withExclusive() {
    return new HandlerPolicy(onInterrupt, maxAttempts, retryOn, backoff, true, mappings);
  }

  /**
   * The same policy with one more mapping, which counts where those before it do not fit.
   *
   * @param mapping the mapping
   * @return a copy
   */
  public HandlerPolicy withMapping(ExceptionMapping mapping) {
    List<ExceptionMapping> more = new ArrayList<>(mappings);
    more.add(mapping);
    return new HandlerPolicy(onInterrupt, maxAttempts, retryOn, backoff, exclusive, more);
  }

  /**
   * Whether the handler is attempted again after an exception.
   *
   * @param thrown the exception
   * @return true if one of {@link #retryOn} fits
   */
  public boolean retriesOn(Throwable thrown) {
    return retryOn.stream().anyMatch(type -> type.isInstance(thrown));
  }

  /**
   * How an exception ends the execution.
   *
   * @param thrown the exception
   * @return the first mapping that fits, null where none does
   */
  public @Nullable ExceptionMapping mappingOf(Throwable thrown) {
    return mappings.stream()
        .filter(mapping -> mapping.type().isInstance(thrown))
        .findFirst()
        .orElse(null);
  }
}
