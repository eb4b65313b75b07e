package io.jobhandler.starter.samples.hanging;

import io.jobhandler.JobHandler;
import java.util.concurrent.CountDownLatch;

/** A handler that ignores its interruption. */
final class HangingHandler {
  private final CountDownLatch never = new CountDownLatch(1);

  @JobHandler(operation = "hang")
  void hang() {
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        // That is what this handler is about.
      }
    }
  }
}
