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
 * step timeout of its handler. The service is told nothing of how it ends.
 */
public final class CancelledJob {
  private static final Logger LOG = LoggerFactory.getLogger(CancelledJob.class);
  private static final ProgressReporter NOBODY_LISTENS = new Silence();

  /** Told how it goes, on the loop. */
  public interface Listener {
    /** The method ignores its interruption, and its grace is over; told once, at most. */
    void onStuck();

    /**
     * The method's thread has ended; told once, last.
     *
     * @param call this call
     * @param settled whether the method has had its turn; false where it was not called, or was cut
     *     off because the agent is closed, so that it must be called again
     */
    void onThreadEnded(CancelledJob call, boolean settled);
  }

  private final AdmittedJob job;
  private final Continuation method;
  private final JobMemory memory;
  private final RunningJobContext context;
  private final Listener listener;
  private final SupervisedWork<Boolean> work;
  private volatile boolean called;
  private boolean cutOff;

  /**
   * Prepares the call.
   *
   * @param thingName the thing
   * @param job the job that was cancelled
   * @param method its method for that
   * @param loop where everything but the method runs
   * @param grace how long the method may take to end once it is interrupted
   * @param memory what the job remembers
   * @param listener told how it goes
   */
  public CancelledJob(
      String thingName,
      AdmittedJob job,
      Continuation method,
      Loop loop,
      Duration grace,
      JobMemory memory,
      Listener listener) {
    this.job = job;
    this.method = method;
    this.memory = memory;
    this.listener = listener;
    this.work =
        new SupervisedWork<>(
            method.signature() + " for job " + job.decoded().key(),
            new Restoring(),
            job.stepTimeout(),
            grace,
            loop,
            new Told());
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

  /** Interrupts the method, unless it has ended, because the agent is closed. */
  public void stop() {
    work.stop(StopReason.CLOSING);
  }

  private final class Restoring implements SupervisedWork.Task<Boolean> {
    @Override
    public Boolean run() throws Throwable {
      called = true;
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

  private final class Told implements SupervisedWork.Listener<Boolean> {
    @Override
    public void onResult(Boolean restored) {
      // Nobody is told but the log.
    }

    @Override
    public void onStopped(StopReason reason) {
      cutOff = reason == StopReason.CLOSING;
    }

    @Override
    public void onStuck() {
      listener.onStuck();
    }

    @Override
    public void onThreadEnded() {
      listener.onThreadEnded(CancelledJob.this, called && !cutOff);
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
