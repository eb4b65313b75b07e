package io.jobhandler.internal.pipeline;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A journal in memory that fails as long as the test wants it to. */
final class FailingJournal implements JobJournal {
  /** What the process before this one has left. */
  final List<JournalEntry> left = new ArrayList<>();

  final List<JournalEntry> stored = new ArrayList<>();
  final List<JournalEntry> removed = new ArrayList<>();
  boolean failing;

  @Override
  public CompletableFuture<List<JournalEntry>> load() {
    return failing ? failed() : CompletableFuture.completedFuture(List.copyOf(left));
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    if (failing) {
      return failed();
    }
    stored.add(entry);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    removed.add(entry);
    return CompletableFuture.completedFuture(null);
  }

  private static <T> CompletableFuture<T> failed() {
    return CompletableFuture.failedFuture(new IOException("the disk is full"));
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
