package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.execution.CancelledJob;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.HandlerMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is done of jobs that were cancelled after their handlers had begun. Confined to the loop.
 */
final class Cancellations {
  private final Set<CancelledJob> underWay = new HashSet<>();
  private boolean closing;

  /**
   * Has the handler's class bring the device back into a valid state, and then forgets the job.
   *
   * @param stages what the job ran through
   * @param job the job
   * @param report tells of the job
   * @param stuck told what ignores its interruption
   * @param over run when all is done
   */
  void begin(
      Stages stages, DecodedJob job, JobReport report, Consumer<String> stuck, Runnable over) {
    HandlerMethod method = job.handler().method();
    Continuation restore = method.onCancelled();
    if (restore == null) {
      report.forget();
      over.run();
      return;
    }
    if (closing) {
      over.run();
      return;
    }
    AdmittedJob cancelled =
        new AdmittedJob(
            job,
            new Attempt(report.entry().attempt(), Attempt.FIRST.cause(), false),
            stages.settings().stepTimer().stepTimeout(method),
            false);
    CancelledJob call =
        new CancelledJob(
            stages.client().thingName(),
            cancelled,
            restore,
            stages.loop(),
            stages.settings().stepTimer().grace(),
            new JournaledMemory(stages.loop(), report),
            new Restoring(report, () -> stuck.accept(restore.signature()), over));
    underWay.add(call);
    call.start(stages.handlerThreads());
  }

  /** The agent ends: what is under way is interrupted, and done again after the next start. */
  void close() {
    closing = true;
    List.copyOf(underWay).forEach(CancelledJob::stop);
  }

  private final class Restoring implements CancelledJob.Listener {
    private final JobReport report;
    private final Runnable stuck;
    private final Runnable over;

    Restoring(JobReport report, Runnable stuck, Runnable over) {
      this.report = report;
      this.stuck = stuck;
      this.over = over;
    }

    @Override
    public void onStuck() {
      stuck.run();
    }

    @Override
    public void onThreadEnded(CancelledJob call, boolean settled) {
      underWay.remove(call);
      if (settled) {
        report.forget();
      }
      over.run();
    }
  }
}
