package io.jobhandler.starter.samples.faulty;

import io.jobhandler.JobHandler;

/** A handler that cannot be made. */
final class FaultyHandler {
  FaultyHandler() {
    throw new IllegalStateException("the valve is stuck");
  }

  @JobHandler(operation = "open")
  void open() {}
}
