package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.ServiceClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The two deadlines of an execution and the one timer that runs to the nearer of them. */
final class Deadlines {
  private @Nullable Instant inProgress;
  private @Nullable Instant step;
  private ServiceClock.@Nullable Timer timer;

  /** Counts the timers, so that one that fired while it was being replaced is recognised. */
  private long generation;

  @Nullable Instant effective() {
    if (inProgress == null || step == null) {
      return inProgress == null ? step : inProgress;
    }
    return step.isBefore(inProgress) ? step : inProgress;
  }

  void inProgressUntil(Instant deadline) {
    inProgress = deadline;
  }

  void stepUntil(@Nullable Instant deadline) {
    step = deadline;
  }

  void clear() {
    inProgress = null;
    step = null;
  }

  long generation() {
    return generation;
  }

  /** Stops the running timer; the next one belongs to a new generation. */
  void stopTimer() {
    generation++;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  void startTimer(ServiceClock.Timer started) {
    timer = started;
  }
}
