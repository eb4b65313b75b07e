package io.jobhandler.internal.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Keeps what handler threads are to do until the test does it on its own thread. */
final class HeldThreads implements Executor {
  private final Deque<Runnable> held = new ArrayDeque<>();
  private @Nullable Throwable refusal;

  /** Refuses the next task with an Error or a RuntimeException. */
  void refuseNext(Throwable thrown) {
    refusal = thrown;
  }

  @Override
  public void execute(Runnable task) {
    Throwable thrown = refusal;
    refusal = null;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
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
