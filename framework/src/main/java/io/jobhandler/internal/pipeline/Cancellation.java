package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.execution.CancelledJob;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.HandlerMethod;
import java.util.function.Consumer;

/** What is done of a job that was cancelled after its handler had begun. Confined to the loop. */
final class Cancellation {
  private Cancellation() {}

  /**
   * Has the handler's class bring the device back into a valid state, and then forgets the job.
   *
   * @param stages what the job ran through
   * @param job the job
   * @param report tells of the job
   * @param stuck told what ignores its interruption
   * @param over run when all is done
   */
  static void begin(
      Stages stages, DecodedJob job, JobReport report, Consumer<String> stuck, Runnable over) {
    HandlerMethod method = job.handler().method();
    Continuation restore = method.onCancelled();
    Runnable forget =
        () -> {
          report.forget();
          over.run();
        };
    if (restore == null) {
      forget.run();
      return;
    }
    AdmittedJob cancelled =
        new AdmittedJob(
            job,
            new Attempt(report.entry().attempt(), Attempt.FIRST.cause(), false),
            stages.settings().stepTimer().stepTimeout(method),
            false);
    new CancelledJob(
            stages.client().thingName(),
            cancelled,
            restore,
            stages.loop(),
            stages.settings().stepTimer().grace(),
            new JournaledMemory(stages.loop(), report),
            () -> stuck.accept(restore.signature()),
            forget)
        .start(stages.handlerThreads());
  }
}
