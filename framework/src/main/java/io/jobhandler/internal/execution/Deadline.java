package io.jobhandler.internal.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** When a handler's time is up. Safe for use by several threads. */
final class Deadline {
  private final LongSupplier nanoTime;
  private final long timeoutNanos;
  private final AtomicLong at;

  /** Begins now. */
  Deadline(LongSupplier nanoTime, Duration timeout) {
    this.nanoTime = nanoTime;
    this.timeoutNanos = timeout.toNanos();
    this.at = new AtomicLong(nanoTime.getAsLong() + timeoutNanos);
  }

  /** The time left, zero once the deadline has passed. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, at.get() - nanoTime.getAsLong()));
  }

  boolean hasPassed() {
    return at.get() - nanoTime.getAsLong() <= 0;
  }

  /** Begins anew, unless the deadline has passed. A thread that was held up takes nothing back. */
  void restart() {
    long now = nanoTime.getAsLong();
    long restarted = now + timeoutNanos;
    at.updateAndGet(current -> now - current < 0 && restarted - current > 0 ? restarted : current);
  }
}
