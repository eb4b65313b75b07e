package io.jobhandler.examples.steps;

import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** Holds a handler at each step until the test has seen it. */
final class Turns {
  private final Semaphore turns = new Semaphore(0);

  /** For Guice, which makes the handlers of this module's index. */
  @Inject
  Turns() {}

  void next() {
    turns.release();
  }

  void await() throws InterruptedException {
    turns.acquire();
  }
}
