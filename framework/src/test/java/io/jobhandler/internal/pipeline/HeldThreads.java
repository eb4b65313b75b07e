package io.jobhandler.internal.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Keeps what handler threads are to do until the test does it on its own thread. */
final class HeldThreads implements Executor {
  private final Deque<Runnable> held = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    held.add(task);
  }

  int held() {
    return held.size();
  }

  /** Does what was handed in first, to its end. */
  void runNext() {
    held.remove().run();
  }
}
