package io.jobhandler.benchmarks;

import io.jobhandler.ProgressReporter;
import java.util.function.ObjIntConsumer;

/**
 * What a call of {@link ProgressReporter#report(int)} costs. Every call writes a volatile field or
 * reads one, so none can be optimised away.
 */
final class ProgressCost {
  private ProgressCost() {}

  static void run() {
    measure("unchanged", (progress, call) -> progress.report(50));
    measure("percent", (progress, call) -> progress.report(call % 101));
    measure("percent-and-step", (progress, call) -> progress.report(call % 101, "installing"));
  }

  private static void measure(String variant, ObjIntConsumer<ProgressReporter> call) {
    CallCost.measure(variant, progress -> () -> round(progress, call));
  }

  private static void round(ProgressReporter progress, ObjIntConsumer<ProgressReporter> call) {
    for (int i = 0; i < CallCost.CALLS; i++) {
      call.accept(progress, i);
    }
  }
}
