package io.jobhandler.torture.device;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.util.concurrent.CompletableFuture;

/** A bug on purpose: forgets how an execution has ended before the service knows. */
record ForgetfulJournal(JobJournal journal) implements JobJournal {

  @Override
  public CompletableFuture<JournalContents> load() {
    return journal.load();
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    return entry.state() instanceof JournalState.Ended
        ? journal.remove(entry)
        : journal.store(entry);
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return journal.remove(entry);
  }

  @Override
  public void close() {
    journal.close();
  }
}
