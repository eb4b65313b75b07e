package io.jobhandler.agent;

import io.jobhandler.localjobs.ServiceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, whose date jumps when a test says so; its timers run on undisturbed. */
final class JumpingClock implements ServiceClock {
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  void jump(Duration duration) {
    offset.accumulateAndGet(duration, Duration::plus);
  }

  @Override
  public Instant instant() {
    return ServiceClock.system().instant().plus(offset.get());
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    return ServiceClock.system().schedule(delay, task);
  }
}
