package io.jobhandler.internal.journal;

import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A journal's life over several executions, as the file system and the agent saw it. */
final class JournalLife implements AutoCloseable {
  /** What happened, in order. */
  sealed interface Event {}

  /** The file system was asked for something. */
  record Called(Call call) implements Event {}

  /** The agent wants an entry to be stored. */
  record Storing(JournalEntry entry) implements Event {}

  /** The agent wants an entry to be removed. */
  record Removing(JournalEntry entry) implements Event {}

  /** The agent was told that the entry it wanted to be stored last is durable. */
  record Stored(JournalEntry entry) implements Event {}

  private final List<Event> events = new ArrayList<>();
  private final Predicate<Call> ignored;
  private final FileJournal journal;
  private boolean diskIsFull;

  private JournalLife(Path directory, Predicate<Call> ignored) {
    this.ignored = ignored;
    this.journal = new FileJournal(directory, new WatchedCalls(this::record));
    events.clear();
  }

  /**
   * Lives.
   *
   * @param ignored the calls that the disk does not do, though it says so
   */
  static List<Event> recorded(Path directory, Predicate<Call> ignored) {
    try (JournalLife life = new JournalLife(directory, ignored)) {
      life.live();
      return List.copyOf(life.events);
    }
  }

  private void record(Call call) throws IOException {
    if (diskIsFull && call instanceof Call.Force) {
      throw new IOException("No space left on device");
    }
    if (!ignored.test(call)) {
      events.add(new Called(call));
    }
  }

  private void live() {
    JournalEntry a = store(Entries.of("a"));
    a = store(a.in(8, new JournalState.Running(false)));
    JournalEntry b = store(Entries.of("b"));
    a = store(a.withStep("download", "\"0123456789\""));
    a = store(a.withCheckpoint("{\"slot\":\"b\"}"));
    b = store(b.in(8, new JournalState.Running(false)));
    JournalEntry c = store(Entries.of("c"));
    a = store(ended(a));
    remove(a);
    b = store(ended(b));
    remove(b);
    remove(c);
    a = store(Entries.of("a").nextAttempt(9, new JournalState.Running(true)));
    failToStore(a.withCheckpoint("\"lost\""));
    a = store(ended(a));
    remove(a);
    store(Entries.of("d"));
  }

  private static JournalEntry ended(JournalEntry entry) {
    return entry.in(9, new JournalState.Ended(JobStatus.SUCCEEDED, Map.of("agentToken", "t")));
  }

  private JournalEntry store(JournalEntry entry) {
    events.add(new Storing(entry));
    Journals.done(journal.store(entry));
    events.add(new Stored(entry));
    return entry;
  }

  private void failToStore(JournalEntry entry) {
    events.add(new Storing(entry));
    diskIsFull = true;
    CompletableFuture<Void> stored = journal.store(entry);
    Journals.assertFails(stored, "No space left on device");
    diskIsFull = false;
  }

  private void remove(JournalEntry entry) {
    events.add(new Removing(entry));
    Journals.done(journal.remove(entry));
  }

  @Override
  public void close() {
    journal.close();
  }
}
