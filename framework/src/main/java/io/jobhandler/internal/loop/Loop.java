package io.jobhandler.internal.loop;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which the engine's state lives, with its schedule and its monotonic clock. What
 * is confined to the loop needs no locks. A task that throws is logged and harms no other.
 */
public final class Loop implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  /** A task that waits for its time. */
  @FunctionalInterface
  public interface Timer {
    /** Keeps the task from running, unless it runs already. */
    void cancel();
  }

  private final ScheduledExecutorService executor;
  private final LongSupplier nanoTime;

  /**
   * Makes a loop of an executor.
   *
   * @param executor an executor with exactly one thread
   * @param nanoTime a monotonic clock that agrees with the executor's schedule
   */
  public Loop(ScheduledExecutorService executor, LongSupplier nanoTime) {
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  /**
   * Makes an executor for a loop. Its thread does not keep the process alive, and what is handed to
   * it after its shutdown is dropped: messages may still arrive then, and nobody waits for them.
   *
   * @param threadName the name of its thread
   * @return a started executor
   */
  public static ScheduledExecutorService newExecutor(String threadName) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, threadName);
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(() -> run(task));
  }

  /**
   * Goes on when a future is done: at once where it is done already, else in a task of its own.
   * Called on the loop.
   *
   * @param future the future
   * @param next takes its value or its failure
   * @param <T> the type of its value
   */
  public <T> void after(
      CompletableFuture<T> future, BiConsumer<? super T, ? super @Nullable Throwable> next) {
    if (future.isDone()) {
      future.whenComplete((value, failure) -> run(() -> next.accept(value, failure)));
    } else {
      future.whenComplete((value, failure) -> execute(() -> next.accept(value, failure)));
    }
  }

  /**
   * Runs a task later.
   *
   * @param delay how much later
   * @param task the task
   * @return cancels the task
   */
  public Timer schedule(Duration delay, Runnable task) {
    Future<?> scheduled = executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  /**
   * The time on the loop's monotonic clock.
   *
   * @return nanoseconds, comparable only with each other
   */
  public long nanoTime() {
    return nanoTime.getAsLong();
  }

  /**
   * The executor underneath, for libraries that want one.
   *
   * @return the executor
   */
  public ScheduledExecutorService executor() {
    return executor;
  }

  @SuppressWarnings("CatchingUnchecked") // the executor would drop an Error without a word
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("A task of the engine failed", e);
    }
  }
}
