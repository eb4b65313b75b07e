package io.jobhandler.internal.status;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalEntry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports how jobs ended, exactly once each: an outcome is stored before it is sent, sent until it
 * is accepted or refused for good, and forgotten after. Confined to the loop.
 */
public final class Outbox {
  private static final Duration JOURNAL_RETRY = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final JobJournal journal;
  private final PatientUpdates updates;
  private final Loop loop;

  /**
   * Makes an outbox.
   *
   * @param journal where outcomes are stored
   * @param updates sends them
   * @param loop where everything runs
   */
  public Outbox(JobJournal journal, PatientUpdates updates, Loop loop) {
    this.journal = journal;
    this.updates = updates;
    this.loop = loop;
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
    CompletableFuture<UpdateVerdict> delivered = new CompletableFuture<>();
    store(reporter, ended, delivered);
    return delivered;
  }

  private void store(
      ExecutionReporter reporter, JournalEntry ended, CompletableFuture<UpdateVerdict> delivered) {
    loop.after(
        journal.store(ended),
        (stored, failure) -> {
          if (failure == null) {
            deliver(reporter, ended).thenAccept(delivered::complete);
          } else {
            // Nothing is reported that would be forgotten by a loss of power.
            LOG.error(
                "The end of job {} cannot be stored and is not reported yet",
                ended.jobId(),
                failure);
            loop.schedule(JOURNAL_RETRY, () -> store(reporter, ended, delivered));
          }
        });
  }

  /**
   * Reports an outcome that is stored already.
   *
   * @param reporter the execution's
   * @param ended the entry with the outcome
   * @return what the service said in the end; never failed
   */
  public CompletableFuture<UpdateVerdict> deliver(ExecutionReporter reporter, JournalEntry ended) {
    JournalEntry.Outcome outcome = ended.outcome();
    if (outcome == null) {
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
      ExecutionReporter reporter, JournalEntry.Outcome outcome, UpdateVerdict verdict) {
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
    remove(ended);
  }

  /**
   * Forgets an execution that is over or was never begun.
   *
   * @param entry an entry of the execution
   */
  public void remove(JournalEntry entry) {
    journal.remove(entry).whenComplete((removed, failure) -> warn(entry, failure));
  }

  private static void warn(JournalEntry entry, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.warn("Job {} is over but stays in the journal", entry.jobId(), failure);
    }
  }

  /**
   * The outcome of an attempt that the process before this one began and did not end.
   *
   * @param entry the entry of the attempt
   * @return the entry with the outcome FAILED, {@value ReasonCode#INTERRUPTED}
   */
  public static JournalEntry interrupted(JournalEntry entry) {
    return entry.ended(
        entry.versionNumber(),
        new JournalEntry.Outcome(
            JobStatus.FAILED,
            Map.of(
                ReportedDetails.AGENT_TOKEN,
                entry.agentToken(),
                ReportedDetails.REASON_CODE,
                ReasonCode.INTERRUPTED,
                ReportedDetails.REASON,
                "the device restarted while the handler was running")));
  }
}
