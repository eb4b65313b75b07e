package io.jobhandler.internal.execution;

import io.jobhandler.JobContext;
import io.jobhandler.JobEndedException;
import io.jobhandler.JobFailedException;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.ReasonCode;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.HandlerBinding;
import io.jobhandler.internal.flow.ReadyJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobInvocation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt of a handler, on a thread of its own. All but the handler's own is on the loop. */
public final class RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

  /** Told how it goes, on the loop. */
  public interface Listener {
    /**
     * How the attempt ended.
     *
     * @param end the end, told once
     */
    void onEnd(AttemptEnd end);

    /** The handler ignores its interruption, and its grace is over; told once, at most. */
    void onStuck();

    /** The handler's thread has ended; told once, after the end. */
    void onThreadEnded();
  }

  private final ReadyJob job;
  private final HandlerMethod method;
  private final ProgressReporter progress;
  private final JobMemory memory;
  private final Listener listener;
  private final JobContext context;
  private final SupervisedWork<AttemptEnd> work;

  /**
   * Prepares an attempt.
   *
   * @param thingName the thing
   * @param job the job
   * @param loop where everything but the handler runs
   * @param grace how long an interrupted handler may take before its job's end is reported without
   *     it
   * @param progress where the handler reports
   * @param memory what the job remembers
   * @param listener told how it goes
   */
  public RunningJob(
      String thingName,
      ReadyJob job,
      Loop loop,
      Duration grace,
      ProgressReporter progress,
      JobMemory memory,
      Listener listener) {
    this.job = job;
    this.method = job.decoded().handler().method();
    this.memory = memory;
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
    this.context = new RunningJobContext(thingName, job.admitted(), work, memory);
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

  private final class Handling implements SupervisedWork.Task<AttemptEnd> {
    @Override
    public AttemptEnd run() throws Throwable {
      JobResult result = call(job.decoded().handler());
      AttemptEnd end = Outcomes.returned(method, result);
      if (result instanceof JobResult.Restart restart
          && end instanceof AttemptEnd.Restart
          && restart.checkpoint() != null) {
        memory.store(restart.checkpoint());
      }
      return end;
    }

    private JobResult call(HandlerBinding<?> handler) throws Throwable {
      return job.admitted().attempt().afterRestart()
          ? handler.callAfterRestart(
              new ContinuationInvocation(checkpoint(afterRestart()), context, progress))
          : handler.call(
              new JobInvocation(job.decoded().document(), context, progress, job.payloads()));
    }

    /** The app may have been replaced since the restart was asked for. */
    private Continuation afterRestart() {
      Continuation afterRestart = method.afterRestart();
      if (afterRestart == null) {
        throw new JobFailedException(
            ReasonCode.INTERRUPTED,
            "the device restarted, and no @AfterRestart method for '%s' can go on"
                .formatted(method.operation()));
      }
      return afterRestart;
    }

    private @Nullable Object checkpoint(Continuation continuation) {
      Class<?> type = continuation.checkpointType();
      try {
        return type == null ? null : memory.checkpoint(type);
      } catch (IllegalArgumentException e) {
        throw new JobFailedException(
            ReasonCode.CHECKPOINT_UNREADABLE, String.valueOf(e.getMessage()), Map.of(), e);
      }
    }

    @Override
    public AttemptEnd failed(Throwable thrown) {
      if (thrown instanceof JobEndedException ended) {
        LOG.info("Job {} ended with {}", job.decoded().key(), ended.reasonCode(), ended);
      } else if (thrown instanceof RetryLaterException) {
        LOG.info("Job {} cannot be done now", job.decoded().key(), thrown);
      } else {
        LOG.warn("The handler of job {} failed", job.decoded().key(), thrown);
      }
      return Outcomes.thrown(method, thrown);
    }
  }

  private final class Told implements SupervisedWork.Listener<AttemptEnd> {
    @Override
    public void onResult(AttemptEnd end) {
      listener.onEnd(end);
    }

    @Override
    public void onStopped(StopReason reason) {
      listener.onEnd(reason.end("the handler"));
    }

    @Override
    public void onStuck() {
      listener.onStuck();
    }

    @Override
    public void onThreadEnded() {
      listener.onThreadEnded();
    }
  }
}
