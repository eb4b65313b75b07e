package io.jobhandler;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler that cannot do its job now: the execution stays IN_PROGRESS and is attempted
 * again after the delay, as long as attempts are left. The service's step timer is extended over
 * the delay; where the job's own in-progress timeout comes first, the execution ends FAILED, {@code
 * RETRY_TOO_LATE}.
 */
public final class RetryLaterException extends RuntimeException {
  /** The longest delay: with a step timeout it stays under the service's seven days. */
  public static final Duration MAX_DELAY = Duration.ofDays(1);

  private static final long serialVersionUID = 1L;

  private final Duration delay;

  /**
   * Makes an exception.
   *
   * @param delay how long to wait, zero to {@link #MAX_DELAY}; counted anew when the device
   *     restarts meanwhile
   * @param reason why, for people
   * @throws IllegalArgumentException if the delay is out of range
   */
  public RetryLaterException(Duration delay, String reason) {
    this(delay, reason, null);
  }

  /**
   * Makes an exception with a cause.
   *
   * @param delay how long to wait, zero to {@link #MAX_DELAY}; counted anew when the device
   *     restarts meanwhile
   * @param reason why, for people
   * @param cause what went wrong underneath, kept for the log; may be null
   * @throws IllegalArgumentException if the delay is out of range
   */
  public RetryLaterException(Duration delay, String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.delay = Objects.requireNonNull(delay, "delay");
    if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException(
          "delay is "
              + delay
              + ", expected zero to "
              + MAX_DELAY
              + ": throw again when it is over");
    }
  }

  /**
   * How long to wait.
   *
   * @return zero to {@link #MAX_DELAY}
   */
  public Duration delay() {
    return delay;
  }
}
