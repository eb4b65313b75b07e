package io.jobhandler.torture.device;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnCancelled;
import io.jobhandler.OnInterrupt;
import io.jobhandler.torture.plan.Operations;

/** Handlers that take so long that they are cancelled meanwhile. */
final class CancelledHandlers {
  private static final Work SHIELDED = new Work(20, 0);

  private final Diary diary;

  CancelledHandlers(Diary diary) {
    this.diary = diary;
  }

  @JobHandler(
      operation = Operations.CANCELLED,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = Operations.SOME_ATTEMPTS)
  JobResult run(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          page.shielded(SHIELDED);
          work.take();
          return JobResult.succeeded();
        });
  }

  @OnCancelled(operation = Operations.CANCELLED)
  void restore(JobContext context) {
    diary.cancelled(context);
  }

  @JobHandler(
      operation = Operations.UNDONE,
      onInterrupt = OnInterrupt.FAIL,
      maxAttempts = Operations.SOME_ATTEMPTS)
  JobResult runOnce(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          return JobResult.succeeded();
        });
  }

  @OnCancelled(operation = Operations.UNDONE)
  void undo(JobContext context) {
    diary.cancelled(context);
  }
}
