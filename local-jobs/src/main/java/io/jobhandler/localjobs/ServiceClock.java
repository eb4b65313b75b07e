package io.jobhandler.localjobs;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The time of the service: timestamps come from {@link #instant()}, step and in-progress timers
 * from {@link #schedule(Duration, Runnable)}.
 *
 * <p>Implementations are thread-safe.
 *
 * @see ManualClock
 */
public interface ServiceClock extends InstantSource {

  /**
   * Runs a task once, after a delay.
   *
   * @param delay how long to wait, zero or more
   * @param task what to run; must not block
   * @return the handle that cancels the task
   */
  Timer schedule(Duration delay, Runnable task);

  /** The handle of a scheduled task. */
  @FunctionalInterface
  interface Timer {
    /** Cancels the task; without effect once it has begun or was cancelled before. */
    void cancel();
  }

  /**
   * The clock of the machine: wall time for timestamps, monotonic time for timers.
   *
   * @return the one system clock
   */
  static ServiceClock system() {
    return SystemClock.INSTANCE;
  }
}
