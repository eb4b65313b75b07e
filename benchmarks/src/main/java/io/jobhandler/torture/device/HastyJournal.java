package io.jobhandler.torture.device;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A bug on purpose: says that it has stored, and stores a while later. */
record HastyJournal(JobJournal journal, ScheduledExecutorService later) implements JobJournal {
  private static final long DELAY_MILLIS = 200;
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  HastyJournal(JobJournal journal) {
    this(journal, Executors.newSingleThreadScheduledExecutor());
  }

  @Override
  public CompletableFuture<JournalContents> load() {
    return journal.load();
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    return doLater(() -> journal.store(entry));
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return doLater(() -> journal.remove(entry));
  }

  private CompletableFuture<Void> doLater(Supplier<CompletableFuture<Void>> action) {
    later.schedule(() -> action.get().join(), DELAY_MILLIS, TimeUnit.MILLISECONDS);
    return DONE;
  }

  @Override
  public void close() {
    later.shutdown();
    journal.close();
  }
}
