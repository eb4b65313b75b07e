package io.jobhandler.internal.status;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.health.Vitals;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports how jobs ended, exactly once each: an outcome is stored before it is sent, sent until it
 * is accepted or refused for good, and forgotten after. Confined to the loop.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final PatientJournal journal;
  private final PatientUpdates updates;
  private final Vitals vitals;

  /**
   * Makes an outbox.
   *
   * @param journal where outcomes are stored
   * @param updates sends them
   * @param vitals told what was not accepted yet
   */
  public Outbox(PatientJournal journal, PatientUpdates updates, Vitals vitals) {
    this.journal = journal;
    this.updates = updates;
    this.vitals = vitals;
  }

  /**
   * Stores an outcome and reports it.
   *
   * @param reporter the execution's
   * @param ended the entry with the outcome
   * @return what the service said in the end; never failed
   */
  public CompletableFuture<UpdateVerdict> storeAndDeliver(
      ExecutionReporter reporter, JournalEntry ended) {
    awaits(ended);
    return journal.store(ended).thenCompose(stored -> deliver(reporter, ended));
  }

  /**
   * Reports an outcome that is stored already.
   *
   * @param reporter the execution's
   * @param ended the entry with the outcome
   * @return what the service said in the end; never failed
   */
  public CompletableFuture<UpdateVerdict> deliver(ExecutionReporter reporter, JournalEntry ended) {
    if (!(ended.state() instanceof JournalState.Ended outcome)) {
      throw new IllegalArgumentException("job " + ended.jobId() + " has not ended");
    }
    awaits(ended);
    return updates
        .send(reporter, outcome.status(), outcome.statusDetails(), null)
        .thenCompose(verdict -> secondTry(reporter, outcome, verdict))
        .thenApply(
            verdict -> {
              forget(ended, verdict);
              return verdict;
            });
  }

  /** Says less, or FAILED in place of REJECTED, where the service does not take what was said. */
  private CompletableFuture<UpdateVerdict> secondTry(
      ExecutionReporter reporter, JournalState.Ended outcome, UpdateVerdict verdict) {
    if (verdict == UpdateVerdict.TRANSITION_REFUSED && outcome.status() == JobStatus.REJECTED) {
      return updates.send(reporter, JobStatus.FAILED, outcome.statusDetails(), null);
    }
    if (verdict == UpdateVerdict.INVALID) {
      return updates.send(reporter, outcome.status(), essential(outcome.statusDetails()), null);
    }
    return CompletableFuture.completedFuture(verdict);
  }

  private static Map<String, String> essential(Map<String, String> details) {
    Map<String, String> essential = new LinkedHashMap<>(details);
    essential
        .keySet()
        .removeIf(
            key ->
                !key.equals(ReportedDetails.AGENT_TOKEN)
                    && !key.equals(ReportedDetails.REASON_CODE));
    return essential;
  }

  /**
   * An end awaits that the service accepts it.
   *
   * @param ended the entry with the outcome
   */
  public void awaits(JournalEntry ended) {
    vitals.wrong(
        Trouble.END_NOT_REPORTED,
        keyOf(ended),
        "the service has not accepted the end of job %s yet".formatted(keyOf(ended)));
  }

  /**
   * An end awaits nothing any more.
   *
   * @param ended an entry of the execution
   */
  public void settled(JournalEntry ended) {
    vitals.right(Trouble.END_NOT_REPORTED, keyOf(ended));
  }

  private static ExecutionKey keyOf(JournalEntry entry) {
    return new ExecutionKey(entry.jobId(), entry.executionNumber(), entry.queuedAt());
  }

  private void forget(JournalEntry ended, UpdateVerdict verdict) {
    settled(ended);
    if (verdict != UpdateVerdict.ACCEPTED) {
      LOG.warn("The end of job {} was not accepted: {}", ended.jobId(), verdict);
    }
    journal.remove(ended);
  }
}
