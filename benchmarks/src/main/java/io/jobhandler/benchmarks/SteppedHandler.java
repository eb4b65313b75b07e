package io.jobhandler.benchmarks;

import io.jobhandler.JobHandler;
import io.jobhandler.Progress;
import jakarta.inject.Inject;

/** A handler that calls a method again and again, which is a step or none. */
class SteppedHandler {
  static final String PLAIN = "plain";
  static final String STEP = "step";

  private int sum;

  /** For generated code and Guice, which extend the class. */
  @Inject
  SteppedHandler() {}

  @JobHandler(operation = PLAIN)
  void callPlain() {
    for (int i = 0; i < CallCost.CALLS; i++) {
      sum += plain(i);
    }
  }

  @JobHandler(operation = STEP)
  void callStep() {
    for (int i = 0; i < CallCost.CALLS; i++) {
      sum += step(i);
    }
  }

  int plain(int number) {
    return number ^ sum;
  }

  @Progress(weight = 50)
  int step(int number) {
    return number ^ sum;
  }
}
