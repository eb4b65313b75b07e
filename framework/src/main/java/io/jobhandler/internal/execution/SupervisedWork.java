package io.jobhandler.internal.execution;

import io.jobhandler.JobWork;
import io.jobhandler.internal.loop.Loop;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work on a thread of its own, with a deadline and a way to stop it. How it went is told once; that
 * the thread has ended is told apart from it, since two writers would brick a device. All but the
 * work itself is confined to the loop.
 *
 * @param <T> what the work results in
 */
public final class SupervisedWork<T> {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisedWork.class);

  /**
   * What is done.
   *
   * @param <T> what it results in
   */
  public interface Task<T> {
    /**
     * Does the work, on its own thread, which may be interrupted.
     *
     * @return the result
     * @throws Throwable what went wrong
     */
    T run() throws Throwable;

    /**
     * What a failure means. Called on the thread that it happened on.
     *
     * @param thrown what {@link #run} threw, or why there was no thread
     * @return the result
     */
    T failed(Throwable thrown);
  }

  /**
   * Told how it goes, on the loop. Of the first two, one is called, once.
   *
   * @param <T> what the work results in
   */
  public interface Listener<T> {
    /**
     * The work has ended by itself.
     *
     * @param result its result
     */
    void onResult(T result);

    /**
     * The work was stopped, and has ended or ignores it.
     *
     * @param reason why it was stopped
     */
    void onStopped(StopReason reason);

    /** The work ignores its interruption, and its grace is over; told once, at most. */
    void onStuck();

    /** The thread has ended; told once, last. */
    void onThreadEnded();
  }

  private final String name;
  private final Task<T> task;
  private final Deadline deadline;
  private final Loop loop;
  private final Duration grace;
  private final Listener<T> listener;
  private final Interruption interruption = new Interruption();
  private volatile @Nullable StopReason stopReason;
  private volatile boolean finished;
  private Loop.Timer timer = () -> {};
  private boolean told;

  /**
   * Prepares work, whose time begins now.
   *
   * @param name what it is, for the log
   * @param task what is done
   * @param timeout how long it may take
   * @param grace how long it may take to end once it is interrupted, before it is told as stopped
   *     without having ended
   * @param loop where everything but the task runs
   * @param listener told how it goes
   */
  public SupervisedWork(
      String name,
      Task<T> task,
      Duration timeout,
      Duration grace,
      Loop loop,
      Listener<T> listener) {
    this.name = name;
    this.task = task;
    this.deadline = new Deadline(loop::nanoTime, timeout);
    this.grace = grace;
    this.loop = loop;
    this.listener = listener;
  }

  /** Starts the work on one of some threads. */
  public void start(Executor threads) {
    if (stopReason != null) {
      onEnded(null);
      return;
    }
    waitForDeadline();
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      LOG.error("There is no thread for {}", name, e);
      onEnded(new Result<>(failed(e)));
    }
  }

  private void waitForDeadline() {
    timer = loop.schedule(deadline.remaining(), this::onDeadline);
  }

  /** The timer is set anew when it fires, not at each restart, which must cost next to nothing. */
  private void onDeadline() {
    if (deadline.hasPassed()) {
      stop(StopReason.DEADLINE);
    } else {
      waitForDeadline();
    }
  }

  /** Gives the work its whole time again. Called by any thread. */
  void restartDeadline() {
    if (stopReason == null) {
      deadline.restart();
    }
  }

  /** The time left, zero once the deadline has passed. Called by any thread. */
  Duration remaining() {
    return deadline.remaining();
  }

  /** Whether the work was told to stop. Called by any thread. */
  boolean isStopped() {
    return stopReason != null;
  }

  /**
   * Interrupts the work, unless it has ended. The first reason counts. What has ended in time
   * counts also where the loop has not heard of it yet; only of a job that is gone nothing is told.
   */
  public void stop(StopReason reason) {
    if (stopReason != null || told || (finished && reason != StopReason.GONE)) {
      return;
    }
    LOG.warn("{} is interrupted: {}", name, reason);
    timer.cancel();
    stopReason = reason;
    interruption.interrupt();
    timer = loop.schedule(grace, () -> onGraceOver(reason));
  }

  /** Does a part of the work that is not interrupted. Called by any thread of the work. */
  <R extends @Nullable Object, X extends Exception> R shielded(JobWork<R, X> part) throws X {
    return interruption.shielded(part);
  }

  private void onGraceOver(StopReason reason) {
    LOG.error("{} ignores its interruption ({})", name, reason);
    listener.onStuck();
    tellStopped(reason);
  }

  private void work() {
    Result<T> result = mayBegin() ? run() : null;
    finished = result != null;
    interruption.end();
    loop.execute(() -> onEnded(result));
  }

  private boolean mayBegin() {
    interruption.begin();
    return stopReason == null && !deadline.hasPassed();
  }

  @SuppressWarnings("CatchingUnchecked") // an Error must not block the queue either
  private Result<T> run() {
    try {
      return new Result<>(task.run());
    } catch (Throwable e) {
      return new Result<>(failed(e));
    }
  }

  /** An exception that fails itself when it is looked at must not keep the end from being told. */
  @SuppressWarnings("CatchingUnchecked") // handlers throw what they like
  private T failed(Throwable thrown) {
    try {
      return task.failed(thrown);
    } catch (Throwable e) {
      return task.failed(new UnreadableFailureException(thrown.getClass()));
    }
  }

  private void onEnded(@Nullable Result<T> result) {
    timer.cancel();
    StopReason reason = stopReason;
    if (reason != null) {
      tellStopped(reason);
    } else if (result == null) {
      tellStopped(StopReason.DEADLINE);
    } else {
      told = true;
      listener.onResult(result.value());
    }
    listener.onThreadEnded();
  }

  private void tellStopped(StopReason reason) {
    if (!told) {
      told = true;
      listener.onStopped(reason);
    }
  }

  private record Result<T>(T value) {}
}
