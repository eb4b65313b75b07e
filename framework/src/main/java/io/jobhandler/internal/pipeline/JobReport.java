package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.ExecutionReporter;
import io.jobhandler.internal.status.ReportedDetails;
import io.jobhandler.internal.status.UpdateVerdict;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the service and the journal are told of one execution. Confined to the loop, but for {@link
 * #entry}.
 */
final class JobReport {
  private final Stages stages;
  private final AgentToken token;
  private final ExecutionReporter reporter;
  private volatile JournalEntry entry;

  /**
   * Begins to tell.
   *
   * @param stages what the job runs through
   * @param entry what the journal holds of the execution, or will
   */
  JobReport(Stages stages, JournalEntry entry) {
    this.stages = stages;
    this.token = new AgentToken(entry.agentToken());
    this.entry = entry;
    this.reporter =
        new ExecutionReporter(
            stages.client()::updateJobExecution, token, keyOf(entry), entry.versionNumber());
  }

  /**
   * Begins to tell of an execution of which the journal knows nothing.
   *
   * @param stages what the job runs through
   * @param job the job
   * @param operation what its document asks for; null where that is not known
   */
  static JobReport first(Stages stages, QueuedJob job, @Nullable String operation) {
    ExecutionKey key = job.key();
    return new JobReport(
        stages,
        JournalEntry.first(
            key.jobId(),
            key.executionNumber(),
            key.queuedAt(),
            operation,
            stages.token().value(),
            job.versionNumber()));
  }

  static ExecutionKey keyOf(JournalEntry entry) {
    return new ExecutionKey(entry.jobId(), entry.executionNumber(), entry.queuedAt());
  }

  ExecutionKey key() {
    return keyOf(entry);
  }

  /** Tells the service how it goes. */
  ExecutionReporter reporter() {
    return reporter;
  }

  /** The execution as it is now, stored or about to be. Read by any thread. */
  JournalEntry entry() {
    return entry;
  }

  /** Marks what is told of the execution. */
  AgentToken token() {
    return token;
  }

  /** Goes on with a changed entry, which is stored elsewhere. */
  JournalEntry change(JournalEntry changed) {
    entry = changed;
    return changed;
  }

  /** The execution in another state, with the version that is stored. */
  JournalEntry in(JournalState state) {
    return entry.in(reporter.versionNumber(), state);
  }

  /** Makes a change durable, or fails. */
  CompletableFuture<Void> tryToStore(UnaryOperator<JournalEntry> change) {
    entry = change.apply(entry);
    return stages.journal().tryToStore(entry);
  }

  /** Makes a change durable, however long that takes. */
  CompletableFuture<Void> store(JournalEntry changed) {
    entry = changed;
    return stages.journal().store(changed);
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
            ReportedDetails.running(token, null),
            stepTimeoutInMinutes)
        .thenApply(verdict -> verdict == UpdateVerdict.ACCEPTED);
  }

  /**
   * Sets the service's step timer if that can be done soon, and tells how far the job is; completed
   * in any case.
   */
  CompletableFuture<UpdateVerdict> tryToSetTimer(
      long stepTimeoutInMinutes, @Nullable String lastProgress) {
    return reporter.update(
        JobStatus.IN_PROGRESS, ReportedDetails.running(token, lastProgress), stepTimeoutInMinutes);
  }

  /**
   * Stores how the job ended, and has it accepted or refused for good.
   *
   * @return completed then
   */
  CompletableFuture<UpdateVerdict> end(JobOutcome outcome, @Nullable String lastProgress) {
    entry =
        in(
            new JournalState.Ended(
                outcome.status(), ReportedDetails.ended(token, outcome, lastProgress)));
    return stages.outbox().storeAndDeliver(reporter, entry);
  }

  /** Has an end accepted that is stored already. */
  CompletableFuture<UpdateVerdict> deliver() {
    return stages.outbox().deliver(reporter, entry);
  }

  /** Drops what the journal holds of the execution; nothing is told of it any more. */
  void forget() {
    stages.journal().remove(entry);
  }
}
