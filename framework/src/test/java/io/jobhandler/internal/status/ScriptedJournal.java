package io.jobhandler.internal.status;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what is to be stored and removed, and leaves it to the test whether that works. */
final class ScriptedJournal implements JobJournal {
  final List<JournalEntry> stored = new ArrayList<>();
  final List<JournalEntry> removed = new ArrayList<>();
  CompletableFuture<Void> storing = new CompletableFuture<>();
  CompletableFuture<Void> removing = new CompletableFuture<>();

  @Override
  public CompletableFuture<JournalContents> load() {
    return CompletableFuture.completedFuture(new JournalContents(List.of(), List.of()));
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    stored.add(entry);
    storing = new CompletableFuture<>();
    return storing;
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    removed.add(entry);
    removing = new CompletableFuture<>();
    return removing;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
