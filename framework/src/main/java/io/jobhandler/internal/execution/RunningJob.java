package io.jobhandler.internal.execution;

import io.jobhandler.JobContext;
import io.jobhandler.JobEndedException;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.JobInvocation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt of a handler, on a thread of its own. The outcome is told once; the place is given
 * free only when the thread has ended, since two writers would brick a device. All but the
 * handler's own work is confined to the loop.
 */
public final class RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

  /** Told how it goes, on the loop. */
  public interface Listener {
    /**
     * How the job ended; empty where nothing is to be reported, because the cloud has given it up.
     *
     * @param outcome the outcome, told once
     */
    void onOutcome(Optional<JobOutcome> outcome);

    /** The handler's thread has ended; told once, after the outcome. */
    void onThreadEnded();
  }

  private final AdmittedJob job;
  private final Loop loop;
  private final Duration grace;
  private final ProgressReporter progress;
  private final Listener listener;
  private final JobContext context;
  private final Deadline deadline;
  private volatile @Nullable StopReason stopReason;
  private @Nullable Thread worker;
  private Loop.Timer timer = () -> {};
  private boolean outcomeTold;

  /**
   * Prepares an attempt.
   *
   * @param thingName the thing
   * @param job the job
   * @param loop where everything but the handler runs
   * @param grace how long an interrupted handler may take before its job's end is reported without
   *     it
   * @param progress where the handler reports
   * @param listener told how it goes
   */
  public RunningJob(
      String thingName,
      AdmittedJob job,
      Loop loop,
      Duration grace,
      ProgressReporter progress,
      Listener listener) {
    this.job = job;
    this.loop = loop;
    this.grace = grace;
    this.progress =
        job.restartsOnProgress()
            ? new RestartingReporter(progress, this::restartDeadline)
            : progress;
    this.listener = listener;
    this.deadline = new Deadline(loop::nanoTime, job.stepTimeout());
    this.context =
        new RunningJobContext(
            thingName, job.decoded(), deadline::remaining, () -> stopReason != null);
  }

  /**
   * Starts the handler.
   *
   * @param threads runs it
   */
  public void start(Executor threads) {
    if (stopReason != null) {
      onWorkEnded(null);
      return;
    }
    waitForDeadline();
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      LOG.error("Job {} has no thread to run on", job.decoded().key(), e);
      onWorkEnded(Outcomes.thrown(e));
    }
  }

  private void waitForDeadline() {
    timer = loop.schedule(deadline.remaining(), this::onDeadline);
  }

  /** The timer is set anew when it fires, not at each report, which must cost next to nothing. */
  private void onDeadline() {
    if (deadline.hasPassed()) {
      stop(StopReason.DEADLINE);
    } else {
      waitForDeadline();
    }
  }

  /** Called by the handler's thread. */
  private void restartDeadline() {
    if (stopReason == null) {
      deadline.restart();
    }
  }

  /**
   * Interrupts the handler, unless the job has ended. The first reason counts.
   *
   * @param reason why
   */
  public void stop(StopReason reason) {
    if (stopReason != null || outcomeTold) {
      return;
    }
    LOG.warn("Job {} is interrupted: {}", job.decoded().key(), reason);
    timer.cancel();
    synchronized (this) {
      stopReason = reason;
      if (worker != null) {
        worker.interrupt();
      }
    }
    timer = loop.schedule(grace, () -> onGraceOver(reason));
  }

  private void onGraceOver(StopReason reason) {
    LOG.error("The handler of job {} ignores its interruption ({})", job.decoded().key(), reason);
    tell(reason.outcome());
  }

  private void work() {
    JobOutcome outcome = mayBegin() ? invoke() : null;
    synchronized (this) {
      worker = null;
      // An interruption that came too late is not the next job's.
      boolean unused = Thread.interrupted();
    }
    loop.execute(() -> onWorkEnded(outcome));
  }

  private boolean mayBegin() {
    synchronized (this) {
      worker = Thread.currentThread();
      return stopReason == null && !deadline.hasPassed();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // an Error of a handler must not block the queue either
  private JobOutcome invoke() {
    try {
      return Outcomes.returned(
          job.decoded()
              .handler()
              .call(new JobInvocation(job.decoded().document(), context, progress)));
    } catch (JobEndedException e) {
      LOG.info("Job {} ended with {}", job.decoded().key(), e.reasonCode(), e);
      return Outcomes.thrown(e);
    } catch (Throwable e) {
      LOG.warn("The handler of job {} failed", job.decoded().key(), e);
      return Outcomes.thrown(e);
    }
  }

  private void onWorkEnded(@Nullable JobOutcome outcome) {
    timer.cancel();
    StopReason reason = stopReason;
    if (reason != null) {
      tell(reason.outcome());
    } else {
      tell(outcome == null ? StopReason.DEADLINE.outcome() : Optional.of(outcome));
    }
    listener.onThreadEnded();
  }

  private void tell(Optional<JobOutcome> outcome) {
    if (!outcomeTold) {
      outcomeTold = true;
      listener.onOutcome(outcome);
    }
  }
}
