package io.jobhandler.internal.journal;

import static io.jobhandler.internal.journal.Entries.BEGUN;
import static io.jobhandler.internal.journal.Entries.BEGUN_FILE;
import static io.jobhandler.internal.journal.Journals.assertFails;
import static io.jobhandler.internal.journal.Journals.contents;
import static io.jobhandler.internal.journal.Journals.done;
import static io.jobhandler.internal.journal.Journals.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call that stores an entry fails: nothing is lost, and the next entry can be stored. */
class WriteErrorTest {
  private static final JournalEntry NEXT = BEGUN.withCheckpoint("\"next\"");
  private static final JournalEntry LAST = BEGUN.withCheckpoint("\"last\"");

  @TempDir Path directory;
  private final List<Call> calls = new ArrayList<>();
  private Predicate<Call> broken = call -> false;
  private FileJournal journal;

  @BeforeEach
  void open() {
    journal = new FileJournal(directory, new WatchedCalls(this::watch));
    done(journal.store(BEGUN));
    calls.clear();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void watch(Call call) throws IOException {
    calls.add(call);
    if (broken.test(call)) {
      if (call instanceof Call.Write write) {
        byte[] half = Arrays.copyOf(write.content(), write.content().length / 2);
        Files.write(write.path(), half);
      }
      throw new IOException("No space left on device");
    }
  }

  @Test
  void writesForcesAndRenamesBeforeItForcesTheFolder() {
    done(journal.store(NEXT));

    Path temporary = directory.resolve(BEGUN_FILE + ".tmp");
    assertThat(calls)
        .filteredOn(call -> !(call instanceof Call.Write))
        .containsExactly(
            new Call.Create(temporary),
            new Call.Force(temporary),
            new Call.Close(temporary),
            new Call.Rename(temporary, directory.resolve(BEGUN_FILE)),
            new Call.ForceDirectory(directory));
    assertThat(calls).element(1).isInstanceOf(Call.Write.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Create", "Write", "Force", "Close", "Rename"})
  void keepsTheEntryBeforeWhole(String failing) throws IOException {
    broken = call -> call.getClass().getSimpleName().equals(failing);
    assertFails(
        journal.store(NEXT),
        "the journal in '%s' failed: java.io.IOException: No space left on device"
            .formatted(directory));
    broken = call -> false;

    assertThat(files(directory)).containsExactly(BEGUN_FILE);
    assertThat(done(journal.load())).isEqualTo(only(BEGUN));

    done(journal.store(LAST));
    journal.close();
    assertThat(contents(directory)).isEqualTo(only(LAST));
  }

  private static JournalContents only(JournalEntry entry) {
    return new JournalContents(List.of(entry), List.of());
  }

  /** The new entry is there, and whole, but may not be after a loss of power. */
  @Test
  void doesNotSayThatAnEntryIsStoredWhoseNameMayBeLost() throws IOException {
    broken = call -> call instanceof Call.ForceDirectory;
    assertFails(journal.store(NEXT), "No space left on device");
    broken = call -> false;

    assertThat(files(directory)).containsExactly(BEGUN_FILE);
    assertThat(done(journal.load())).isEqualTo(only(NEXT));

    done(journal.store(LAST));
    assertThat(calls).last().isEqualTo(new Call.ForceDirectory(directory));
    journal.close();
    assertThat(contents(directory)).isEqualTo(only(LAST));
  }

  @Test
  void goesOnWhereNotEvenTheHalfOfAnEntryCanBeRemoved() throws IOException {
    broken = call -> call instanceof Call.Write || call instanceof Call.Delete;
    assertFails(journal.store(NEXT), "No space left on device");
    broken = call -> false;

    assertThat(files(directory)).containsExactly(BEGUN_FILE, BEGUN_FILE + ".tmp");
    assertThat(done(journal.load())).isEqualTo(only(BEGUN));
    done(journal.store(LAST));
    assertThat(files(directory)).containsExactly(BEGUN_FILE);
    assertThat(done(journal.load())).isEqualTo(only(LAST));
  }

  @Test
  void tellsThatTheHalfOfAnEntryCannotBeRemoved() {
    broken = call -> call instanceof Call.Write || call instanceof Call.Delete;

    assertThat(journal.store(NEXT))
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .satisfies(cause -> assertThat(cause.getSuppressed()).hasSize(1));
  }

  @Test
  void saysThatAnEntryCannotBeRemovedAndRemovesItLater() throws IOException {
    broken = call -> call instanceof Call.Delete;
    assertFails(journal.remove(BEGUN), "No space left on device");
    broken = call -> false;
    assertThat(done(journal.load())).isEqualTo(only(BEGUN));

    done(journal.remove(BEGUN));
    assertThat(files(directory)).isEmpty();
  }
}
