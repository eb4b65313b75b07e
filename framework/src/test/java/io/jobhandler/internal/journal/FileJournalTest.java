package io.jobhandler.internal.journal;

import static io.jobhandler.internal.journal.Entries.BEGUN;
import static io.jobhandler.internal.journal.Entries.BEGUN_FILE;
import static io.jobhandler.internal.journal.Entries.QUEUED_AT;
import static io.jobhandler.internal.journal.Entries.ended;
import static io.jobhandler.internal.journal.Journals.assertFails;
import static io.jobhandler.internal.journal.Journals.done;
import static io.jobhandler.internal.journal.Journals.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
  @TempDir Path temporary;
  private Path directory;
  private FileJournal journal;

  @BeforeEach
  void open() {
    directory = temporary.resolve("state").resolve("journal");
    journal = new FileJournal(directory);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  /** What the next process finds. */
  private List<JournalEntry> reopened() {
    journal.close();
    JournalContents contents = Journals.contents(directory);
    assertThat(contents.unreadable()).isEmpty();
    return contents.entries();
  }

  @Test
  void beginsEmpty() {
    assertThat(done(journal.load())).isEqualTo(new JournalContents(List.of(), List.of()));
  }

  @Test
  void keepsAnAttempt() throws IOException {
    done(journal.store(BEGUN));

    assertThat(reopened()).containsExactly(BEGUN);
    assertThat(files(directory)).containsExactly(BEGUN_FILE);
  }

  @Test
  void replacesTheEntryOfTheSameExecution() throws IOException {
    done(journal.store(BEGUN));
    done(journal.store(ended(Map.of("a", "1"))));

    assertThat(files(directory)).containsExactly(BEGUN_FILE);
    assertThat(reopened()).containsExactly(ended(Map.of("a", "1")));
  }

  @Test
  void tellsExecutionsApart() {
    JournalEntry retried = entry(2, QUEUED_AT);
    JournalEntry madeAgain = entry(1, QUEUED_AT.plusSeconds(1));
    JournalEntry undated = entry(1, null);
    Stream.of(BEGUN, retried, madeAgain, undated).forEach(entry -> done(journal.store(entry)));

    done(journal.remove(BEGUN));

    assertThat(reopened()).containsExactlyInAnyOrder(retried, madeAgain, undated);
  }

  private static JournalEntry entry(long executionNumber, @Nullable Instant queuedAt) {
    return JournalEntry.first("job-1", executionNumber, queuedAt, null, "agent-1", 7);
  }

  @Test
  void removesWhatIsNotThereWithoutComplaint() {
    done(journal.remove(BEGUN));
    done(journal.store(BEGUN));
    done(journal.remove(ended(Map.of())));
    done(journal.remove(BEGUN));

    assertThat(reopened()).isEmpty();
  }

  @Test
  void refusesWhatItCouldNotReadAgain() {
    done(journal.store(BEGUN));
    JournalEntry tooLarge = BEGUN.withCheckpoint("x".repeat(JournalJson.MAX_BYTES));

    assertFails(journal.store(tooLarge), "store less in its checkpoint and steps");
    assertFails(journal.store(Entries.of("../job")), "the jobId is not 1 to 64 characters");

    assertThat(reopened()).containsExactly(BEGUN);
  }

  @Test
  void failsWhereItCannotStoreOrReadOrRemove() throws IOException {
    done(journal.load());
    Files.delete(directory.resolve(FolderLock.NAME));
    Files.delete(directory);
    assertFails(journal.store(BEGUN), "the journal in '%s' failed: ".formatted(directory));
    assertFails(
        journal.load(),
        "the journal folder '%s' cannot be read (java.nio.file.NoSuchFileException: %s); let the"
                .formatted(directory, directory)
            + " user that the agent runs as read and write it");

    Files.createDirectories(directory.resolve(BEGUN_FILE).resolve("in the way"));
    assertFails(journal.remove(BEGUN), "the journal in '%s' failed: ".formatted(directory));
  }

  @Test
  void doesItsWorkInOrderOnOneThreadOfItsOwn() {
    List<String> threads = new ArrayList<>();
    Path other = temporary.resolve("other");
    try (FileJournal watched =
        new FileJournal(
            other, new WatchedCalls(call -> threads.add(Thread.currentThread().getName())))) {
      threads.clear();
      watched.store(BEGUN);
      watched.store(ended(Map.of("a", "1")));
      assertThat(done(watched.load()).entries()).containsExactly(ended(Map.of("a", "1")));
      done(watched.remove(BEGUN));
      assertThat(done(watched.load()).entries()).isEmpty();
    }

    assertThat(threads).isNotEmpty().containsOnly("jobhandler-journal");
  }

  @Test
  void finishesWhatIsUnderWayWhenItIsClosed() {
    CompletableFuture<Void> stored = journal.store(BEGUN);
    journal.close();
    journal.close();

    assertThat(stored).isCompleted();
    assertThat(reopened()).containsExactly(BEGUN);
  }

  @Test
  void failsAfterItWasClosed() {
    journal.close();

    String closed = "the journal in '%s' is closed".formatted(directory);
    assertFails(journal.store(BEGUN), closed);
    assertFails(journal.remove(BEGUN), closed);
    assertFails(journal.load(), closed);
  }

  @Test
  void keepsAnInterruptionOfTheOneWhoClosesIt() {
    Thread.currentThread().interrupt();
    journal.close();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void holdsTheFolderUntilTheLastWriteIsOver() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Path other = temporary.resolve("other");
    FileJournal slow =
        new FileJournal(
            other,
            new WatchedCalls(
                call -> {
                  if (call instanceof Call.Write) {
                    writing.countDown();
                    await(released);
                  }
                }));
    CompletableFuture<Void> stored = slow.store(BEGUN);
    await(writing);
    try (LogCapture log = LogCapture.of(FileJournal.class)) {
      slow.close();
      assertThat(log.text()).contains("The journal in '" + other + "' still has writes under way");
    }
    assertThat(stored).isNotDone();
    JournalLockTest.assertInUse(other);

    released.countDown();
    done(stored);
    slow.close();
    assertThat(Journals.contents(other).entries()).containsExactly(BEGUN);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
