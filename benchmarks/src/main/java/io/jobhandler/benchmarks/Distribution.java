package io.jobhandler.benchmarks;

import java.util.Arrays;

/** Durations in nanoseconds, asked for in milliseconds. */
final class Distribution {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  Distribution(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The times between one moment and the next. */
  static Distribution between(long[] moments) {
    long[] nanos = new long[moments.length - 1];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = moments[i + 1] - moments[i];
    }
    return new Distribution(nanos);
  }

  double medianMillis() {
    return quantileMillis(0.5);
  }

  /** The smallest duration that the given share of all does not exceed. */
  double quantileMillis(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
  }

  static double round(double value, int decimals) {
    double factor = Math.pow(10, decimals);
    return Math.round(value * factor) / factor;
  }
}
