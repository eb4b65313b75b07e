package io.jobhandler.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One real thread for handlers, whose work the test can wait for. */
final class HandlerThreads implements Executor, AutoCloseable {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private @Nullable Future<?> last;

  @Override
  public void execute(Runnable task) {
    last = pool.submit(task);
  }

  /** Waits until the thread has left the handler. */
  void awaitEnd() throws Exception {
    Future<?> running = last;
    assertThat(running).isNotNull();
    if (running != null) {
      running.get(10, TimeUnit.SECONDS);
    }
  }

  /** Waits until the handler has come to some point. */
  static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
