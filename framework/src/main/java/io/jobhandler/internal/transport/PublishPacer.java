package io.jobhandler.internal.transport;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.jobhandler.internal.loop.Loop;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection under a number of publishes a second, since AWS IoT Core drops what goes over
 * its limit. What matters most goes first. Confined to the loop.
 */
public final class PublishPacer {

  /** What goes first when not all can go. */
  public enum Priority {
    /** Final statuses: until one is accepted, the next job does not start. */
    TERMINAL,
    /** Everything else. */
    NORMAL
  }

  private record Waiting(Priority priority, long sequence, Runnable publish) {}

  private final @Nullable RateLimiter limiter;
  private final Loop loop;
  private final PriorityQueue<Waiting> queue =
      new PriorityQueue<>(
          Comparator.comparing(Waiting::priority).thenComparingLong(Waiting::sequence));
  private long sequence;

  /**
   * Makes a pacer.
   *
   * @param publishesPerSecond the most publishes in a second; 0 for no limit
   * @param loop where delayed publishes run
   */
  public PublishPacer(int publishesPerSecond, Loop loop) {
    this.limiter = publishesPerSecond == 0 ? null : newLimiter(publishesPerSecond);
    this.loop = loop;
  }

  private static RateLimiter newLimiter(int publishesPerSecond) {
    return RateLimiter.of(
        "jobhandler-publishes",
        RateLimiterConfig.custom()
            .limitForPeriod(publishesPerSecond)
            .limitRefreshPeriod(Duration.ofSeconds(1))
            // Never refuse: what waits here is bounded by the requests under way, which time out.
            .timeoutDuration(Duration.ofDays(1))
            .build());
  }

  void submit(Priority priority, Runnable publish) {
    if (limiter == null) {
      publish.run();
      return;
    }
    queue.add(new Waiting(priority, sequence++, publish));
    long waitNanos = limiter.reservePermission();
    if (waitNanos <= 0) {
      runFirst();
    } else {
      loop.schedule(Duration.ofNanos(waitNanos), this::runFirst);
    }
  }

  private void runFirst() {
    queue.remove().publish().run();
  }
}
