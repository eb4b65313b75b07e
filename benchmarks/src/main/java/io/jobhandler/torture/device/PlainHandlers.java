package io.jobhandler.torture.device;

import io.jobhandler.JobContext;
import io.jobhandler.JobFailedException;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RetryLaterException;
import io.jobhandler.torture.plan.Operations;
import java.io.IOException;
import java.time.Duration;

/** Handlers that end in the process that starts them, or are started again. */
final class PlainHandlers {
  private static final Duration DELAY = Duration.ofMillis(30);

  private final Diary diary;

  PlainHandlers(Diary diary) {
    this.diary = diary;
  }

  @JobHandler(
      operation = Operations.STRICT,
      onInterrupt = OnInterrupt.FAIL,
      maxAttempts = Operations.SOME_ATTEMPTS)
  JobResult strict(Work work, @Progress ProgressReporter progress, JobContext context)
      throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          progress.report(50, "half way");
          work.take();
          return JobResult.succeeded();
        });
  }

  @JobHandler(
      operation = Operations.STEPS,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = Operations.MANY_ATTEMPTS)
  JobResult steps(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          page.step("first", work);
          page.step("second", work);
          page.step("third", work);
          return JobResult.succeeded();
        });
  }

  @JobHandler(
      operation = Operations.EXCLUSIVE,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = Operations.SOME_ATTEMPTS,
      exclusive = true)
  JobResult exclusive(Work work, JobContext context) throws Exception {
    return diary.started(context, page -> done(work));
  }

  @JobHandler(
      operation = Operations.CAPPED,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = Operations.FEW_ATTEMPTS)
  JobResult capped(Work work, JobContext context) throws Exception {
    return diary.started(context, page -> done(work));
  }

  @JobHandler(
      operation = Operations.FLAKY,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = Operations.MANY_ATTEMPTS,
      retryOn = IOException.class,
      backoff = "PT0.03S")
  JobResult flaky(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          if (context.attempt() <= work.failures()) {
            throw new IOException("attempt " + context.attempt() + " is to fail");
          }
          return JobResult.succeeded();
        });
  }

  @JobHandler(
      operation = Operations.LATER,
      onInterrupt = OnInterrupt.FAIL,
      maxAttempts = Operations.SOME_ATTEMPTS)
  JobResult later(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          if (context.attempt() <= work.failures()) {
            throw new RetryLaterException(DELAY, "not yet");
          }
          return JobResult.succeeded();
        });
  }

  @JobHandler(
      operation = Operations.BROKEN,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = Operations.FEW_ATTEMPTS)
  JobResult broken(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          throw new JobFailedException(Operations.BROKEN_REASON, "as it was told to");
        });
  }

  private static JobResult done(Work work) throws InterruptedException {
    work.take();
    return JobResult.succeeded();
  }
}
