package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Blocking work on a thread of its own. */
final class Running<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Running(Callable<T> work) {
    task = new FutureTask<>(work);
    thread = new Thread(task, "blocking");
    thread.setDaemon(true);
    thread.start();
  }

  static <T> Running<T> start(Callable<T> work) {
    return new Running<>(work);
  }

  boolean isDone() {
    return task.isDone();
  }

  void interrupt() {
    thread.interrupt();
  }

  T result() throws Exception {
    return task.get(20, TimeUnit.SECONDS);
  }

  /** What the work threw. */
  Throwable failure() {
    Throwable thrown = catchThrowable(this::result);
    return Objects.requireNonNull(
        thrown instanceof ExecutionException wrapped ? wrapped.getCause() : thrown);
  }
}
