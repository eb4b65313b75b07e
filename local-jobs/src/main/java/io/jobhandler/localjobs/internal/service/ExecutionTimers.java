package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Starts and stops the timers of executions. */
final class ExecutionTimers {
  /** The step timeout that takes the step timer away. */
  private static final long NO_STEP_TIMER = -1;

  /** What happens at a deadline. */
  @FunctionalInterface
  interface Expiry {
    /**
     * Called on the clock's thread; the timer counts only if its generation still is the
     * execution's.
     */
    void expired(StoredExecution execution, long generation);
  }

  private final ServiceClock clock;
  private final Expiry expiry;

  ExecutionTimers(ServiceClock clock, Expiry expiry) {
    this.clock = clock;
    this.expiry = expiry;
  }

  void startInProgress(StoredExecution execution, Instant now) {
    execution
        .job
        .request
        .inProgressTimeoutInMinutes()
        .ifPresent(
            minutes -> {
              execution.deadlines.inProgressUntil(now.plus(Duration.ofMinutes(minutes)));
              restart(execution, now);
            });
  }

  /** Sets the step timer, or takes it away with -1; null leaves it as it is. */
  void setStep(StoredExecution execution, @Nullable Long minutes, Instant now) {
    if (minutes != null) {
      boolean none = minutes == NO_STEP_TIMER;
      execution.deadlines.stepUntil(none ? null : now.plus(Duration.ofMinutes(minutes)));
      restart(execution, now);
    }
  }

  void stop(StoredExecution execution) {
    execution.deadlines.clear();
    execution.deadlines.stopTimer();
  }

  private void restart(StoredExecution execution, Instant now) {
    Deadlines deadlines = execution.deadlines;
    deadlines.stopTimer();
    Instant deadline = deadlines.effective();
    if (deadline != null) {
      long generation = deadlines.generation();
      Duration delay = Duration.between(now, deadline);
      Duration left = delay.isNegative() ? Duration.ZERO : delay;
      deadlines.startTimer(clock.schedule(left, () -> expiry.expired(execution, generation)));
    }
  }
}
