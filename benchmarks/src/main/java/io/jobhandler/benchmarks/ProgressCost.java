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
import java.util.function.ObjIntConsumer;

/**
 * What a call of {@link ProgressReporter#report(int)} costs a handler when nothing is sent: the
 * first report has gone out, and the interval to the second is longer than the benchmark. Every
 * call writes a volatile field or reads one, so none can be optimised away.
 */
final class ProgressCost {
  private static final int WARM_UP_ROUNDS = 10;
  private static final int ROUNDS = 15;
  private static final int CALLS = 2_000_000;
  private static final Duration LONG = Duration.ofDays(1);

  private ProgressCost() {}

  static void run() {
    measure("unchanged", (progress, call) -> progress.report(50));
    measure("percent", (progress, call) -> progress.report(call % 101));
    measure("percent-and-step", (progress, call) -> progress.report(call % 101, "installing"));
  }

  private static void measure(String variant, ObjIntConsumer<ProgressReporter> call) {
    ScheduledExecutorService executor = Loop.newExecutor("progress");
    AtomicLong sent = new AtomicLong();
    try {
      ProgressReporter progress =
          new CoalescingProgress(
              new Loop(executor, System::nanoTime), LONG, text -> sent.incrementAndGet());
      double nanos = medianNanos(progress, call);
      if (sent.get() > 1) {
        throw new IllegalStateException(sent + " reports were sent, expected the first one only");
      }
      JsonLines.print(line(variant, nanos));
    } finally {
      executor.shutdownNow();
    }
  }

  private static double medianNanos(ProgressReporter progress, ObjIntConsumer<ProgressReporter> c) {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      round(progress, c);
    }
    double[] nanos = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      nanos[i] = round(progress, c);
    }
    Arrays.sort(nanos);
    return nanos[ROUNDS / 2];
  }

  private static double round(ProgressReporter progress, ObjIntConsumer<ProgressReporter> call) {
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      call.accept(progress, i);
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
