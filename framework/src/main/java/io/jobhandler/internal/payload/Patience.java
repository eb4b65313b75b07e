package io.jobhandler.internal.payload;

import io.github.resilience4j.core.IntervalFunction;
import io.jobhandler.internal.loop.Loop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * How long the downloads of one job go on. The time is the loop's, so that no wall clock that jumps
 * ends a download.
 */
final class Patience {
  private static final IntervalFunction DELAYS =
      IntervalFunction.ofExponentialRandomBackoff(
          Duration.ofSeconds(1), 2.0, 0.5, Duration.ofMinutes(1));

  private final Loop loop;
  private final FetchSettings settings;
  private final long deadline;

  Patience(Loop loop, FetchSettings settings) {
    this.loop = loop;
    this.settings = settings;
    this.deadline = loop.nanoTime() + settings.timeout().toNanos();
  }

  FetchSettings settings() {
    return settings;
  }

  boolean isOver() {
    return nanosLeft() <= 0;
  }

  private long nanosLeft() {
    return deadline - loop.nanoTime();
  }

  /** Waits before another attempt, the longer the more failed; never past the deadline. */
  void pause(int failures) throws InterruptedException {
    Duration left = Duration.ofNanos(Math.max(0, nanosLeft()));
    Duration delay = Duration.ofMillis(DELAYS.apply(failures));
    CountDownLatch over = new CountDownLatch(1);
    Loop.Timer timer = loop.schedule(delay.compareTo(left) < 0 ? delay : left, over::countDown);
    try {
      over.await();
    } finally {
      timer.cancel();
    }
  }
}
