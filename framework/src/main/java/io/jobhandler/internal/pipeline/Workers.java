package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.health.Vitals;
import io.jobhandler.internal.loop.Loop;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that work for jobs: how many do, and whether there are any. Work counts until the
 * loop has seen its end, and so what it told the loop before. Safe for use by several threads.
 */
final class Workers implements Executor {
  private final Executor threads;
  private final Loop loop;
  private final Vitals vitals;
  private final Runnable ended;
  private final AtomicInteger working = new AtomicInteger();

  /**
   * Watches threads.
   *
   * @param threads the threads
   * @param loop where work is seen to have ended
   * @param vitals told whether there is one
   * @param ended run on the loop when a thread works no more
   */
  Workers(Executor threads, Loop loop, Vitals vitals, Runnable ended) {
    this.threads = threads;
    this.loop = loop;
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
      loop.execute(this::onEnded);
    }
  }

  private void onEnded() {
    working.decrementAndGet();
    ended.run();
  }

  /** How many threads work, or have told the loop of an end that it has not seen yet. */
  int working() {
    return working.get();
  }
}
