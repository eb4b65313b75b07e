package io.jobhandler.internal.journal;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A journal that survives nothing, for tests and for devices without a disk. */
public final class MemoryJournal implements JobJournal {
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  @Override
  public CompletableFuture<JournalContents> load() {
    return CompletableFuture.completedFuture(new JournalContents(List.of(), List.of()));
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    return DONE;
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return DONE;
  }

  @Override
  public void close() {
    // Holds nothing: what is under way is known to the agent itself.
  }
}
