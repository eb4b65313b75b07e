package io.jobhandler.internal.status;

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

  /**
   * Makes an outbox.
   *
   * @param journal where outcomes are stored
   * @param updates sends them
   */
  public Outbox(PatientJournal journal, PatientUpdates updates) {
    this.journal = journal;
    this.updates = updates;
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

  private void forget(JournalEntry ended, UpdateVerdict verdict) {
    if (verdict != UpdateVerdict.ACCEPTED) {
      LOG.warn("The end of job {} was not accepted: {}", ended.jobId(), verdict);
    }
    journal.remove(ended);
  }
}
