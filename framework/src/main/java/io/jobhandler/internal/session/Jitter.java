package io.jobhandler.internal.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Spreads what a fleet would otherwise do at the same moment. */
final class Jitter {
  private final RandomGenerator random;

  Jitter(RandomGenerator random) {
    this.random = random;
  }

  /** A duration from zero up to the longest. */
  Duration upTo(Duration longest) {
    return scaled(longest, random.nextDouble());
  }

  /** A duration within a fifth of the middle. */
  Duration around(Duration middle) {
    return scaled(middle, 0.8 + 0.4 * random.nextDouble());
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
