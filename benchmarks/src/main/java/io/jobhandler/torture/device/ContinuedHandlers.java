package io.jobhandler.torture.device;

import static java.util.Objects.requireNonNull;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Operations;
import org.jspecify.annotations.Nullable;

/** Handlers that go on after restarts. */
final class ContinuedHandlers {
  private static final int PARTS = 4;

  private final Diary diary;

  ContinuedHandlers(Diary diary) {
    this.diary = diary;
  }

  /**
   * Where a restart was asked for.
   *
   * @param bootId the boot
   * @param life the process
   */
  record Asked(String bootId, int life) {}

  @JobHandler(
      operation = Operations.RESUME,
      onInterrupt = OnInterrupt.RESUME,
      maxAttempts = Operations.MANY_ATTEMPTS)
  JobResult begin(Work work, JobContext context) throws Exception {
    return diary.started(context, page -> parts(page, work, 0));
  }

  @AfterRestart(operation = Operations.RESUME)
  JobResult goOn(Page.@Nullable Position position, JobContext context) throws Exception {
    int done = requireNonNull(position, "no checkpoint").done();
    return diary.continued(
        context,
        page -> {
          page.write(What.CHECKPOINT_GIVEN, "", Integer.toString(done));
          return parts(page, new Work(5, 0), done);
        });
  }

  private static JobResult parts(Page page, Work work, int done) throws InterruptedException {
    for (int part = done + 1; part <= PARTS; part++) {
      work.take();
      page.checkpoint(part);
    }
    return JobResult.succeeded();
  }

  @JobHandler(
      operation = Operations.RESTART,
      onInterrupt = OnInterrupt.FAIL,
      maxAttempts = Operations.SOME_ATTEMPTS)
  JobResult restart(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          return JobResult.restartAndContinue(here());
        });
  }

  @AfterRestart(operation = Operations.RESTART)
  JobResult restarted(@Nullable Asked asked, JobContext context) throws Exception {
    return diary.continued(
        context,
        page ->
            requireNonNull(asked, "no checkpoint").life() == diary.life()
                ? JobResult.failed("NOT_RESTARTED_YET", "the process is the same")
                : JobResult.succeeded());
  }

  @JobHandler(
      operation = Operations.REBOOT,
      onInterrupt = OnInterrupt.RESUME,
      maxAttempts = Operations.MANY_ATTEMPTS,
      exclusive = true)
  JobResult reboot(Work work, JobContext context) throws Exception {
    return diary.started(
        context,
        page -> {
          work.take();
          return JobResult.rebootAndContinue(here());
        });
  }

  /** May come in the boot that has asked, where the power went before that was stored. */
  @AfterRestart(operation = Operations.REBOOT)
  JobResult rebooted(@Nullable Asked asked, JobContext context) throws Exception {
    return diary.continued(
        context,
        page ->
            requireNonNull(asked, "no checkpoint").bootId().equals(diary.bootId())
                ? JobResult.rebootAndContinue(asked)
                : JobResult.succeeded());
  }

  private Asked here() {
    return new Asked(diary.bootId(), diary.life());
  }
}
