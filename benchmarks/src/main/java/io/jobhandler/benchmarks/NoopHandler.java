package io.jobhandler.benchmarks;

import io.jobhandler.JobHandler;
import java.util.concurrent.CountDownLatch;

/** The empty handler; it only counts. */
final class NoopHandler {
  static final String OPERATION = "noop";

  private final CountDownLatch left;

  NoopHandler(CountDownLatch left) {
    this.left = left;
  }

  @JobHandler(operation = OPERATION)
  void run() {
    left.countDown();
  }
}
