package io.jobhandler.internal.health;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells how it goes with a journal; one that throws fails like any other. */
public final class WatchedJournal implements JobJournal {
  private final JobJournal journal;
  private final Vitals vitals;

  /** What is done with a journal, each of which may fail for itself. */
  private enum Access {
    LOAD("cannot be read"),
    STORE("cannot be written"),
    REMOVE("cannot forget what is over");

    private final String failure;

    Access(String failure) {
      this.failure = failure;
    }
  }

  /**
   * Watches a journal.
   *
   * @param journal the journal
   * @param vitals told how it goes
   */
  public WatchedJournal(JobJournal journal, Vitals vitals) {
    this.journal = journal;
    this.vitals = vitals;
  }

  @Override
  public CompletableFuture<JournalContents> load() {
    CompletableFuture<JournalContents> loaded = watch(Access.LOAD, journal::load);
    loaded.thenAccept(this::look);
    return loaded;
  }

  private void look(JournalContents contents) {
    if (!contents.unreadable().isEmpty()) {
      JournalContents.Unreadable first = contents.unreadable().get(0);
      String text =
          "%d entries of the journal cannot be read, and their jobs are left alone; of job %s: %s"
              .formatted(contents.unreadable().size(), first.jobId(), first.reason());
      vitals.wrong(Trouble.JOURNAL_UNREADABLE, this, text);
    }
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    return watch(Access.STORE, () -> journal.store(entry));
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return watch(Access.REMOVE, () -> journal.remove(entry));
  }

  private <T> CompletableFuture<T> watch(Access access, Supplier<CompletableFuture<T>> journaled) {
    CompletableFuture<T> underWay = begin(journaled);
    underWay.whenComplete((done, failure) -> tell(access, failure));
    return underWay;
  }

  private void tell(Access access, @Nullable Throwable failure) {
    if (failure == null) {
      vitals.right(Trouble.JOURNAL_FAILING, access);
    } else {
      String text = "the journal %s: %s".formatted(access.failure, failure);
      vitals.wrong(Trouble.JOURNAL_FAILING, access, text);
    }
  }

  private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> journaled) {
    try {
      return journaled.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
