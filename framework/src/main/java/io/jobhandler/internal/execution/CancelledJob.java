package io.jobhandler.internal.execution;

import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.ContinuationInvocation;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of an {@link io.jobhandler.OnCancelled} method, on a thread of its own and under the
 * step timeout of its handler. Nothing is reported of how it ends.
 */
public final class CancelledJob {
  private static final Logger LOG = LoggerFactory.getLogger(CancelledJob.class);
  private static final ProgressReporter NOBODY_LISTENS = new Silence();

  private final AdmittedJob job;
  private final Continuation method;
  private final JobMemory memory;
  private final RunningJobContext context;
  private final SupervisedWork<Boolean> work;

  /**
   * Prepares the call.
   *
   * @param thingName the thing
   * @param job the job that was cancelled
   * @param method its method for that
   * @param loop where everything but the method runs
   * @param grace how long the method may take to end once it is interrupted
   * @param memory what the job remembers
   * @param stuck run when the method ignores its interruption
   * @param ended run when the thread has ended
   */
  public CancelledJob(
      String thingName,
      AdmittedJob job,
      Continuation method,
      Loop loop,
      Duration grace,
      JobMemory memory,
      Runnable stuck,
      Runnable ended) {
    this.job = job;
    this.method = method;
    this.memory = memory;
    this.work =
        new SupervisedWork<>(
            method.signature() + " for job " + job.decoded().key(),
            new Restoring(),
            job.stepTimeout(),
            grace,
            loop,
            new Told(stuck, ended));
    this.context = new RunningJobContext(thingName, job, work, memory);
  }

  /**
   * Starts the method.
   *
   * @param threads runs it
   */
  public void start(Executor threads) {
    work.start(threads);
  }

  private final class Restoring implements SupervisedWork.Task<Boolean> {
    @Override
    public Boolean run() throws Throwable {
      Class<?> type = method.checkpointType();
      Object checkpoint = type == null ? null : memory.checkpoint(type);
      job.decoded()
          .handler()
          .callOnCancelled(new ContinuationInvocation(checkpoint, context, NOBODY_LISTENS));
      return true;
    }

    @Override
    public Boolean failed(Throwable thrown) {
      LOG.error(
          "Job {} was cancelled, and {} failed", job.decoded().key(), method.signature(), thrown);
      return false;
    }
  }

  private record Told(Runnable stuck, Runnable ended) implements SupervisedWork.Listener<Boolean> {
    @Override
    public void onResult(Boolean restored) {
      // Nobody is told but the log.
    }

    @Override
    public void onStopped(StopReason reason) {
      // The log has it.
    }

    @Override
    public void onStuck() {
      stuck.run();
    }

    @Override
    public void onThreadEnded() {
      ended.run();
    }
  }

  private static final class Silence implements ProgressReporter {
    @Override
    public void report(int percent) {
      // The execution is gone.
    }

    @Override
    public void report(int percent, String step) {
      // The execution is gone.
    }
  }
}
