package io.jobhandler.benchmarks;

import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.progress.CoalescingProgress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What a call costs a handler that reports, when nothing is sent: the first report has gone out,
 * and the interval to the second is longer than the benchmark.
 */
final class CallCost {
  static final int CALLS = 2_000_000;

  private static final int WARM_UP_ROUNDS = 10;
  private static final int ROUNDS = 15;
  private static final Duration LONG = Duration.ofDays(1);

  /** Makes {@link #CALLS} calls. */
  @FunctionalInterface
  interface Round {
    void run() throws Throwable;
  }

  private CallCost() {}

  static void measure(String variant, Function<ProgressReporter, Round> calls) {
    ScheduledExecutorService executor = Loop.newExecutor("progress");
    AtomicLong sent = new AtomicLong();
    try {
      ProgressReporter progress =
          new CoalescingProgress(
              new Loop(executor, System::nanoTime), LONG, text -> sent.incrementAndGet());
      double nanos = medianNanos(calls.apply(progress));
      if (sent.get() > 1) {
        throw new IllegalStateException(sent + " reports were sent, expected the first one only");
      }
      JsonLines.print(line(variant, nanos));
    } finally {
      executor.shutdownNow();
    }
  }

  private static double medianNanos(Round round) {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      nanosOf(round);
    }
    double[] nanos = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      nanos[i] = nanosOf(round);
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2];
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a handler throws ends the benchmark
  private static double nanosOf(Round round) {
    long start = System.nanoTime();
    try {
      round.run();
    } catch (Throwable e) {
      throw new IllegalStateException("the calls failed", e);
    }
    return (double) (System.nanoTime() - start) / CALLS;
  }

  private static Map<String, Object> line(String variant, double nanos) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("benchmark", "progress");
    line.put("variant", variant);
    line.put("ns_per_call", Distribution.round(nanos, 1));
    return line;
  }
}
