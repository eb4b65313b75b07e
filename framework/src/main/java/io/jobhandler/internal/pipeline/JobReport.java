package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.status.ExecutionReporter;
import io.jobhandler.internal.status.ReportedDetails;
import io.jobhandler.internal.status.UpdateVerdict;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the service and the journal are told of one job. Confined to the loop. */
final class JobReport {
  private final Stages stages;
  private final ExecutionReporter reporter;
  private final JournalEntry entry;

  JobReport(Stages stages, QueuedJob job) {
    this.stages = stages;
    this.reporter =
        new ExecutionReporter(
            stages.client()::updateJobExecution, stages.token(), job.key(), job.versionNumber());
    this.entry =
        new JournalEntry(
            job.key().jobId(),
            job.key().executionNumber(),
            job.key().queuedAt(),
            1,
            job.versionNumber(),
            stages.token().value(),
            null);
  }

  /** Tells the service how it goes. */
  ExecutionReporter reporter() {
    return reporter;
  }

  /** The attempt as it began. */
  JournalEntry entry() {
    return entry;
  }

  /**
   * Sets the service's step timer for what comes next.
   *
   * @return whether the execution is ours
   */
  CompletableFuture<Boolean> beginStep(long stepTimeoutInMinutes) {
    return stages
        .updates()
        .send(
            reporter,
            JobStatus.IN_PROGRESS,
            ReportedDetails.running(stages.token(), null),
            stepTimeoutInMinutes)
        .thenApply(verdict -> verdict == UpdateVerdict.ACCEPTED);
  }

  /**
   * Stores how the job ended, and has it accepted or refused for good.
   *
   * @return completed then
   */
  CompletableFuture<UpdateVerdict> end(JobOutcome outcome, @Nullable String lastProgress) {
    JournalEntry ended =
        entry.ended(
            reporter.versionNumber(),
            new JournalEntry.Outcome(
                outcome.status(), ReportedDetails.ended(stages.token(), outcome, lastProgress)));
    return stages.outbox().storeAndDeliver(reporter, ended);
  }

  /** Drops what the journal holds of the attempt; nothing is told of it any more. */
  void forget() {
    stages.outbox().remove(entry);
  }
}
