package io.jobhandler.internal.status;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalEntry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what nothing may be done without, again and again until it is durable. Confined to the
 * loop.
 */
public final class PatientJournal {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(PatientJournal.class);

  private final JobJournal journal;
  private final Loop loop;

  /**
   * Makes a view of a journal.
   *
   * @param journal where entries are stored
   * @param loop where everything runs
   */
  public PatientJournal(JobJournal journal, Loop loop) {
    this.journal = journal;
    this.loop = loop;
  }

  /**
   * Stores an entry.
   *
   * @param entry the entry
   * @return completed on the loop when it is durable; never failed
   */
  public CompletableFuture<Void> store(JournalEntry entry) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    store(entry, stored);
    return stored;
  }

  private void store(JournalEntry entry, CompletableFuture<Void> stored) {
    loop.after(
        journal.store(entry),
        (done, failure) -> {
          if (failure == null) {
            stored.complete(null);
          } else {
            LOG.error(
                "Job {} is {}, and nothing is reported before that can be stored",
                entry.jobId(),
                entry.state(),
                failure);
            loop.schedule(RETRY, () -> store(entry, stored));
          }
        });
  }

  /**
   * Stores an entry if that can be done now.
   *
   * @param entry the entry
   * @return completed on the loop when it is durable; failed if it cannot be stored
   */
  public CompletableFuture<Void> tryToStore(JournalEntry entry) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    loop.after(
        journal.store(entry),
        (done, failure) -> {
          if (failure == null) {
            stored.complete(null);
          } else {
            stored.completeExceptionally(failure);
          }
        });
    return stored;
  }

  /**
   * Forgets an execution that is over or was never begun.
   *
   * @param entry an entry of the execution
   */
  public void remove(JournalEntry entry) {
    loop.after(
        journal.remove(entry),
        (removed, failure) -> {
          if (failure != null) {
            LOG.warn("Job {} is over but stays in the journal", entry.jobId(), failure);
          }
        });
  }
}
