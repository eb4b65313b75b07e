package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.health.Vitals;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that work for jobs: how many do, and whether there are any. Safe for use by several
 * threads.
 */
final class Workers implements Executor {
  private final Executor threads;
  private final Vitals vitals;
  private final Runnable ended;
  private final AtomicInteger working = new AtomicInteger();

  /**
   * Watches threads.
   *
   * @param threads the threads
   * @param vitals told whether there is one
   * @param ended run on the thread whose work has ended, when that is known to all others
   */
  Workers(Executor threads, Vitals vitals, Runnable ended) {
    this.threads = threads;
    this.vitals = vitals;
    this.ended = ended;
  }

  /**
   * Has a thread do some work.
   *
   * @throws RejectedExecutionException if there is no thread
   * @throws OutOfMemoryError if there is no thread
   */
  @Override
  public void execute(Runnable work) {
    working.incrementAndGet();
    try {
      threads.execute(() -> run(work));
      vitals.right(Trouble.NO_THREAD, this);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      working.decrementAndGet();
      vitals.wrong(Trouble.NO_THREAD, this, "there is no thread for the work of jobs: " + e);
      throw e;
    }
  }

  private void run(Runnable work) {
    try {
      work.run();
    } finally {
      working.decrementAndGet();
      ended.run();
    }
  }

  /** How many threads work. */
  int working() {
    return working.get();
  }
}
