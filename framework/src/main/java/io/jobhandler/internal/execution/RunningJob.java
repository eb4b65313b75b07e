package io.jobhandler.internal.execution;

import io.jobhandler.JobContext;
import io.jobhandler.JobEndedException;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.ReadyJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.JobInvocation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt of a handler, on a thread of its own. All but the handler's own is on the loop. */
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

  private final ReadyJob job;
  private final ProgressReporter progress;
  private final Listener listener;
  private final JobContext context;
  private final SupervisedWork<JobOutcome> work;

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
      ReadyJob job,
      Loop loop,
      Duration grace,
      ProgressReporter progress,
      Listener listener) {
    this.job = job;
    this.listener = listener;
    this.work =
        new SupervisedWork<>(
            "The handler of job " + job.decoded().key(),
            new Handling(),
            job.admitted().stepTimeout(),
            grace,
            loop,
            new Told());
    this.progress =
        job.admitted().restartsOnProgress()
            ? new RestartingReporter(progress, work::restartDeadline)
            : progress;
    this.context =
        new RunningJobContext(thingName, job.decoded(), work::remaining, work::isStopped);
  }

  /**
   * Starts the handler.
   *
   * @param threads runs it
   */
  public void start(Executor threads) {
    work.start(threads);
  }

  /**
   * Interrupts the handler, unless the job has ended. The first reason counts.
   *
   * @param reason why
   */
  public void stop(StopReason reason) {
    work.stop(reason);
  }

  private final class Handling implements SupervisedWork.Task<JobOutcome> {
    @Override
    public JobOutcome run() throws Throwable {
      return Outcomes.returned(
          job.decoded()
              .handler()
              .call(
                  new JobInvocation(job.decoded().document(), context, progress, job.payloads())));
    }

    @Override
    public JobOutcome failed(Throwable thrown) {
      if (thrown instanceof JobEndedException ended) {
        LOG.info("Job {} ended with {}", job.decoded().key(), ended.reasonCode(), ended);
      } else {
        LOG.warn("The handler of job {} failed", job.decoded().key(), thrown);
      }
      return Outcomes.thrown(thrown);
    }
  }

  private final class Told implements SupervisedWork.Listener<JobOutcome> {
    @Override
    public void onResult(JobOutcome outcome) {
      listener.onOutcome(Optional.of(outcome));
    }

    @Override
    public void onStopped(StopReason reason) {
      listener.onOutcome(reason.outcome("the handler"));
    }

    @Override
    public void onThreadEnded() {
      listener.onThreadEnded();
    }
  }
}
