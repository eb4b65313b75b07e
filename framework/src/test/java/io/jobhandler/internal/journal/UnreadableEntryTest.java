package io.jobhandler.internal.journal;

import static io.jobhandler.internal.journal.Entries.BEGUN;
import static io.jobhandler.internal.journal.Entries.BEGUN_FILE;
import static io.jobhandler.internal.journal.Entries.QUEUED_AT;
import static io.jobhandler.internal.journal.Journals.assertFails;
import static io.jobhandler.internal.journal.Journals.contents;
import static io.jobhandler.internal.journal.Journals.done;
import static io.jobhandler.internal.journal.Journals.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalContents.Unreadable;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry cannot be read: it is named, its evidence is kept, and the others are read. */
class UnreadableEntryTest {
  private static final String DAMAGED = "job-2.3.1767323045.json";

  @TempDir Path directory;
  private Path damaged;

  @BeforeEach
  void storeAnother() {
    damaged = directory.resolve(DAMAGED);
    try (FileJournal journal = new FileJournal(directory)) {
      done(journal.store(BEGUN));
    }
  }

  private static Unreadable unreadable(String reason) {
    return new Unreadable("job-2", 3, QUEUED_AT, reason);
  }

  private Unreadable keptAside(String reason) {
    return unreadable("%s; it is kept as '%s.unreadable'".formatted(reason, damaged));
  }

  private Unreadable left(String reason) {
    return unreadable("%s; it is left as '%s'".formatted(reason, damaged));
  }

  private static JournalContents begunAnd(Unreadable unreadable) {
    return new JournalContents(List.of(BEGUN), List.of(unreadable));
  }

  private static JournalContents begun() {
    return new JournalContents(List.of(BEGUN), List.of());
  }

  @Test
  void keepsADamagedEntryAsideAndNamesItOnce() throws IOException {
    Files.writeString(damaged, "{\"formatV");

    try (LogCapture log = LogCapture.of(EntryReader.class)) {
      assertThat(contents(directory))
          .isEqualTo(
              begunAnd(keptAside("it is damaged: it does not begin with its format's version")));
      assertThat(log.text())
          .contains("The journal entry of job job-2, execution 3, cannot be used: it is damaged: ");
    }

    assertThat(contents(directory)).isEqualTo(begun());
    assertThat(files(directory)).containsExactly(BEGUN_FILE, DAMAGED + ".unreadable");
    assertThat(directory.resolve(DAMAGED + ".unreadable")).hasContent("{\"formatV");
  }

  @Test
  void keepsAllEvidence() throws IOException {
    for (String content : List.of("first", "second", "third")) {
      Files.writeString(damaged, content);
      assertThat(contents(directory).unreadable()).hasSize(1);
    }

    assertThat(directory.resolve(DAMAGED + ".unreadable")).hasContent("first");
    assertThat(directory.resolve(DAMAGED + ".unreadable.2")).hasContent("second");
    assertThat(directory.resolve(DAMAGED + ".unreadable.3")).hasContent("third");
  }

  @Test
  void canStoreTheEntryAgainWhoseEvidenceIsKeptAside() throws IOException {
    Files.writeString(directory.resolve(BEGUN_FILE), "damaged");
    try (FileJournal journal = new FileJournal(directory)) {
      assertThat(done(journal.load()).unreadable()).hasSize(1);
      done(journal.store(BEGUN));
      assertThat(done(journal.load())).isEqualTo(begun());
    }
    assertThat(directory.resolve(BEGUN_FILE + ".unreadable")).hasContent("damaged");
  }

  @Test
  void keepsAnEmptyFileAside() throws IOException {
    Files.createFile(damaged);

    assertThat(contents(directory).unreadable()).hasSize(1);
    assertThat(files(directory)).containsExactly(BEGUN_FILE, DAMAGED + ".unreadable");
  }

  @Test
  void keepsAFileAsideThatIsTooLarge() throws IOException {
    Files.write(damaged, JournalJson.write(BEGUN));
    try (RandomAccessFile file = new RandomAccessFile(damaged.toFile(), "rw")) {
      file.setLength(8L * 1024 * 1024 * 1024);
    }

    assertThat(contents(directory))
        .isEqualTo(begunAnd(keptAside("it is damaged: it has more than 4194304 bytes")));
  }

  @Test
  void keepsAFolderAndALinkAside() throws IOException {
    Files.createDirectories(damaged.resolve("more"));
    assertThat(contents(directory))
        .isEqualTo(begunAnd(keptAside("it is damaged: it is not a file")));

    Path elsewhere = Files.write(directory.resolve("elsewhere"), JournalJson.write(BEGUN));
    Files.createSymbolicLink(damaged, elsewhere);
    assertThat(contents(directory).unreadable())
        .containsExactly(
            unreadable(
                "it is damaged: it is not a file; it is kept as '%s.unreadable.2'"
                    .formatted(damaged)));
    assertThat(elsewhere).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"job-2.3.1767323045", "job-1.2.1767323045", "job-1.1.1767323046"})
  void doesNotTakeTheEntryOfOneExecutionForThatOfAnother(String name) throws IOException {
    Files.copy(directory.resolve(BEGUN_FILE), directory.resolve(name + ".json"));

    JournalContents contents = contents(directory);

    assertThat(contents.entries()).containsExactly(BEGUN);
    assertThat(contents.unreadable())
        .singleElement()
        .extracting(Unreadable::reason)
        .asString()
        .startsWith("it is damaged: it is the entry of another execution; it is kept as ");
  }

  @Test
  void keepsAFileAsideWhoseNameSaysNothing() throws IOException {
    Files.writeString(directory.resolve("notes.json"), "not ours");
    Files.writeString(directory.resolve("README"), "not ours");

    try (LogCapture log = LogCapture.of(EntryReader.class)) {
      assertThat(contents(directory)).isEqualTo(begun());
      assertThat(log.text())
          .contains(
              "A file in the journal cannot be used: it is damaged: its name is not that of an"
                  + " entry; it is kept as '%s'"
                      .formatted(directory.resolve("notes.json.unreadable")));
    }
    assertThat(files(directory)).containsExactly("README", BEGUN_FILE, "notes.json.unreadable");
  }

  @Test
  void leavesAnEntryThatANewerVersionHasWritten() throws IOException {
    String newer = "{\"formatVersion\":3,\"more\":true}";
    Files.writeString(damaged, newer);
    JournalContents expected =
        begunAnd(
            left(
                "a newer version of the agent has written it, in format 3; this one knows 1 to"
                    + " 2"));

    assertThat(contents(directory)).isEqualTo(expected);
    assertThat(contents(directory)).isEqualTo(expected);
    assertThat(damaged).hasContent(newer);
  }

  @Test
  void doesNotReplaceWhatItLeaves() throws IOException {
    Path begun = directory.resolve(BEGUN_FILE);
    Files.writeString(begun, "{\"formatVersion\":3}");
    try (FileJournal journal = new FileJournal(directory)) {
      assertThat(done(journal.load()).unreadable()).hasSize(1);
      String refusal =
          "the journal entry '%s' could not be read and is left as it is".formatted(begun);
      assertFails(journal.store(BEGUN), refusal);
      assertFails(journal.remove(BEGUN), refusal);
      done(journal.store(Entries.of("job-9")));
    }

    assertThat(begun).hasContent("{\"formatVersion\":3}");
  }

  @Test
  void leavesAnEntryThatMayBeReadAnotherDay() throws IOException {
    Files.copy(directory.resolve(BEGUN_FILE), damaged);
    WatchedCalls denied =
        new WatchedCalls(
            call -> {
              if (call.equals(new Call.Look("read", damaged))) {
                throw new AccessDeniedException(call.path().toString());
              }
            });
    try (FileJournal journal = new FileJournal(directory, denied)) {
      assertThat(done(journal.load()))
          .isEqualTo(
              begunAnd(
                  left(
                      "it cannot be read (java.nio.file.AccessDeniedException: %s)"
                          .formatted(damaged))));
      assertFails(
          journal.store(JournalEntry.first("job-2", 3, QUEUED_AT, null, "a", 1)),
          "could not be read and is left as it is");
    }
    assertThat(damaged).hasSameBinaryContentAs(directory.resolve(BEGUN_FILE));
  }

  @Test
  void leavesADamagedEntryThatCannotBeRenamed() throws IOException {
    Files.writeString(damaged, "damaged");
    Files.writeString(directory.resolve("notes.json"), "not ours");
    WatchedCalls readOnly =
        new WatchedCalls(
            call -> {
              if (call instanceof Call.Rename) {
                throw new IOException("Read-only file system");
              }
            });
    try (FileJournal journal = new FileJournal(directory, readOnly)) {
      assertThat(done(journal.load()))
          .isEqualTo(
              begunAnd(
                  unreadable(
                      "it is damaged: it does not begin with its format's version; it is left as"
                          + " '%s', and cannot be renamed (java.io.IOException: Read-only file system)"
                              .formatted(damaged))));
    }
    assertThat(files(directory)).containsExactly(BEGUN_FILE, DAMAGED, "notes.json");
  }
}
