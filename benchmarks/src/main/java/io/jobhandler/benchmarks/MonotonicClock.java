package io.jobhandler.benchmarks;

import io.jobhandler.localjobs.ServiceClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Gives the service timestamps to the nanosecond that no change of the wall clock moves. The
 * service takes one for its history in the step that accepts an update, so the history says when a
 * job was accepted, at the same place for every client and without a thread in between.
 */
final class MonotonicClock implements ServiceClock {
  private final Instant wallStart = Instant.now();
  private final long start = System.nanoTime();

  @Override
  public Instant instant() {
    return wallStart.plusNanos(System.nanoTime() - start);
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    return ServiceClock.system().schedule(delay, task);
  }

  /** The nanoseconds from the clock's start to an instant that it gave. */
  long sinceStart(Instant instant) {
    return Duration.between(wallStart, instant).toNanos();
  }
}
