package io.jobhandler.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled executor without a thread and without real time: tasks run, in the order of their
 * time, on the thread that calls {@link #runDue} or {@link #advance}. Tasks may be handed in by any
 * thread. What is handed in after the shutdown is dropped.
 */
public final class ManualScheduler extends AbstractExecutorService
    implements ScheduledExecutorService {
  private final PriorityQueue<Task<?>> tasks =
      new PriorityQueue<>(
          Comparator.<Task<?>>comparingLong(task -> task.due)
              .thenComparingLong(task -> task.sequence));
  private long now;
  private long sequence;
  private boolean shutdown;

  /** Runs what is due now, and what that hands in for now. */
  public void runDue() {
    advance(Duration.ZERO);
  }

  /**
   * Moves the time forward and runs what falls due, each task at its own time.
   *
   * @param duration how far, zero or more
   */
  public void advance(Duration duration) {
    long end = nanoTime() + duration.toNanos();
    for (Task<?> task = nextUntil(end); task != null; task = nextUntil(end)) {
      task.run();
    }
  }

  private synchronized @Nullable Task<?> nextUntil(long end) {
    Task<?> task = tasks.peek();
    if (task == null || task.due > end) {
      now = Math.max(now, end);
      return null;
    }
    tasks.remove();
    now = Math.max(now, task.due);
    return task;
  }

  /** {@return the virtual time, which begins at zero} */
  public synchronized long nanoTime() {
    return now;
  }

  /** {@return how many tasks wait, for now or for later} */
  public synchronized int waiting() {
    return tasks.size();
  }

  /** {@return how long until the next task is due, zero or more; null where none waits} */
  public synchronized @Nullable Duration untilNext() {
    Task<?> task = tasks.peek();
    return task == null ? null : Duration.ofNanos(Math.max(0, task.due - now));
  }

  @Override
  public void execute(Runnable command) {
    schedule(command, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return add(new FutureTask<@Nullable Void>(command, null), delay, unit, 0);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    return add(new FutureTask<>(callable), delay, unit, 0);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    return scheduleWithFixedDelay(command, initialDelay, period, unit);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    return add(new Repeatable(command), initialDelay, unit, unit.toNanos(delay));
  }

  private synchronized <V> Task<V> add(
      FutureTask<V> work, long delay, TimeUnit unit, long periodNanos) {
    Task<V> task = new Task<>(work, now + Math.max(0, unit.toNanos(delay)), periodNanos);
    if (!shutdown) {
      tasks.add(task);
    }
    return task;
  }

  private synchronized void addAgain(Task<?> task) {
    if (!shutdown && !task.isCancelled()) {
      task.due = now + task.periodNanos;
      task.sequence = sequence++;
      tasks.add(task);
    }
  }

  private synchronized void remove(Task<?> task) {
    tasks.remove(task);
  }

  @Override
  public void shutdown() {
    shutdownNow();
  }

  @Override
  public synchronized List<Runnable> shutdownNow() {
    shutdown = true;
    List<Runnable> dropped = new ArrayList<>(tasks);
    tasks.clear();
    return dropped;
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return isShutdown();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isShutdown();
  }

  /** Work that can run many times. */
  private static final class Repeatable extends FutureTask<@Nullable Void> {
    Repeatable(Runnable work) {
      super(work, null);
    }

    @Override
    public void run() {
      runAndReset();
    }
  }

  private final class Task<V> implements RunnableScheduledFuture<V> {
    private final FutureTask<V> work;
    private final long periodNanos;
    private long due;
    private long sequence = ManualScheduler.this.sequence++;

    Task(FutureTask<V> work, long due, long periodNanos) {
      this.work = work;
      this.due = due;
      this.periodNanos = periodNanos;
    }

    @Override
    public void run() {
      work.run();
      if (isPeriodic()) {
        addAgain(this);
      }
    }

    @Override
    public boolean isPeriodic() {
      return periodNanos > 0;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      remove(this);
      return work.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean isCancelled() {
      return work.isCancelled();
    }

    @Override
    public boolean isDone() {
      return work.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
      return work.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return work.get(timeout, unit);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
