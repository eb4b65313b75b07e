package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.admission.AttemptRules;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.pipeline.JobRun.Exit;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows the end of an attempt: a report, another attempt, a restart, or what is left to be
 * done of a job that is gone. Confined to the loop.
 *
 * @param stages what the job runs through
 * @param job the job
 * @param attempt the attempt that ends
 * @param report tells of the job
 * @param stuck told what ignores its interruption
 */
record AfterAttempt(
    Stages stages, DecodedJob job, Attempt attempt, JobReport report, Consumer<String> stuck) {
  private static final Logger LOG = LoggerFactory.getLogger(AfterAttempt.class);

  /**
   * Does what an end asks for.
   *
   * @param end how the attempt ended; a job that is gone has none of these
   * @param begun whether a handler may have begun
   * @param lastProgress what was not reported yet; null where that is nothing
   * @return how the job leaves the stages
   */
  CompletableFuture<Exit> follow(AttemptEnd end, boolean begun, @Nullable String lastProgress) {
    if (end instanceof AttemptEnd.Ended ended) {
      return end(ended.outcome(), lastProgress);
    } else if (end instanceof AttemptEnd.Retry retry) {
      return retry(retry, lastProgress);
    } else if (end instanceof AttemptEnd.Restart restart) {
      return restart(restart.kind(), lastProgress);
    }
    return cutOff(begun);
  }

  /** Reports how the job ended. */
  CompletableFuture<Exit> end(JobOutcome outcome, @Nullable String lastProgress) {
    LOG.info("Job {} ended: {} {}", job.key(), outcome.status(), outcome.reasonCode());
    return report.end(outcome, lastProgress).thenApply(verdict -> new Exit.Ended());
  }

  private CompletableFuture<Exit> retry(AttemptEnd.Retry retry, @Nullable String lastProgress) {
    AttemptRules rules = stages.settings().attempts();
    if (!rules.allowAnother(job.handler().method(), report.entry())) {
      return end(retry.otherwise(), lastProgress);
    }
    Duration delay =
        retry.delay() == null
            ? rules.backoff(job.handler().method(), report.entry())
            : retry.delay();
    LOG.info("Job {} is attempted again in {}", job.key(), delay);
    return new NextAttempt(stages, report, delay, stepTimeout())
        .prepare(new JournalState.Waiting(delay, attempt.afterRestart()))
        .thenCompose(
            inTime ->
                inTime
                    ? CompletableFuture.completedFuture(new Exit.Parked(delay))
                    : end(NextAttempt.tooLate(delay), lastProgress));
  }

  /** The device restarts when it is stored where to go on; the service is told if it can be. */
  private CompletableFuture<Exit> restart(
      JobResult.Restart.Kind kind, @Nullable String lastProgress) {
    LOG.info("Job {} goes on after a restart: {}", job.key(), kind);
    return report
        .store(free(stages.identity().restarting(kind, 1)))
        .thenCompose(stored -> report.tryToSetTimer(restartMinutes(), lastProgress))
        .thenApply(told -> new Exit.Restarting(kind));
  }

  private long restartMinutes() {
    return stages
        .settings()
        .stepTimer()
        .stepTimeoutInMinutes(stages.settings().restartTimeout().plus(stepTimeout()));
  }

  private Duration stepTimeout() {
    return stages.settings().stepTimer().stepTimeout(job.handler().method());
  }

  /** The attempt did not fail, so it does not count. */
  private CompletableFuture<Exit> cutOff(boolean begun) {
    LOG.info("Job {} goes on when the agent is started again", job.key());
    JournalState next =
        begun
            ? new JournalState.Waiting(Duration.ZERO, attempt.afterRestart())
            : new JournalState.Preparing();
    return report.store(free(next)).thenApply(stored -> new Exit.Parked(Duration.ZERO));
  }

  private JournalEntry free(JournalState next) {
    return stages.settings().attempts().free(report.in(next));
  }

  /**
   * Forgets a job that was given up in the cloud, once the device is in a valid state.
   *
   * @param begun whether a handler may have begun
   * @return how the job leaves the stages
   */
  CompletableFuture<Exit> gone(boolean begun) {
    if (!begun) {
      report.forget();
      return CompletableFuture.completedFuture(new Exit.Ended());
    }
    CompletableFuture<Exit> restored = new CompletableFuture<>();
    stages
        .cancellations()
        .begin(stages, job, report, stuck, () -> restored.complete(new Exit.Ended()));
    return restored;
  }
}
