package io.jobhandler.internal.journal;

import static io.jobhandler.internal.journal.Entries.BEGUN;
import static io.jobhandler.internal.journal.Entries.BEGUN_FILE;
import static io.jobhandler.internal.journal.Journals.contents;
import static io.jobhandler.internal.journal.Journals.done;
import static io.jobhandler.internal.journal.Journals.files;
import static io.jobhandler.internal.journal.Journals.permissions;
import static io.jobhandler.internal.journal.Journals.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the folder is made, closed to others and cleaned. */
class JournalFolderTest {
  @TempDir Path temporary;
  private Path directory;

  @BeforeEach
  void nameFolder() {
    directory = temporary.resolve("state").resolve("journal");
  }

  private static void assumePermissions() {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "the file system has no permissions");
  }

  private void storeBegun() {
    try (FileJournal journal = new FileJournal(directory)) {
      done(journal.store(BEGUN));
    }
  }

  @Test
  void letsOnlyItsOwnerRead() throws IOException {
    assumePermissions();
    storeBegun();

    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve(BEGUN_FILE))).isEqualTo("rw-------");
    assertThat(permissions(directory.resolve("lock"))).isEqualTo("rw-------");
  }

  @Test
  void closesAFolderOfItsOwnToOthers() throws IOException {
    assumePermissions();
    storeBegun();
    Path evidence = Files.createFile(directory.resolve(BEGUN_FILE + ".unreadable"));
    List<Path> files = List.of(directory.resolve(BEGUN_FILE), directory.resolve("lock"), evidence);
    permit(directory, "rwxr-xr-x");
    for (Path file : files) {
      permit(file, "r--rw-r-x");
    }

    try (LogCapture log = LogCapture.of(JournalFolder.class)) {
      new FileJournal(directory).close();
      assertThat(log.text()).contains("'" + directory + "' was open to others and is no more");
    }

    assertThat(permissions(directory)).isEqualTo("rwx------");
    for (Path file : files) {
      assertThat(permissions(file)).isEqualTo("r--------");
    }
  }

  @Test
  void leavesAFolderOpenThatHoldsOtherThingsAndSaysSo() throws IOException {
    assumePermissions();
    Files.createDirectories(directory);
    Path other = Files.createFile(directory.resolve("config.json.bak"));
    permit(directory, "rwxr-xr-x");
    permit(other, "rw-r--r--");

    try (LogCapture log = LogCapture.of(JournalFolder.class)) {
      storeBegun();
      assertThat(log.text())
          .contains(
              "The journal folder '" + directory + "' holds other files too and is left open to",
              "give the journal a folder of its own");
    }
    assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    assertThat(permissions(other)).isEqualTo("rw-r--r--");
    assertThat(permissions(directory.resolve(BEGUN_FILE))).isEqualTo("rw-------");

    permit(directory, "rwx------");
    try (LogCapture log = LogCapture.of(JournalFolder.class)) {
      new FileJournal(directory).close();
      assertThat(log.text()).isEmpty();
    }
  }

  @Test
  void saysThatItCannotCloseAFolderOfAnotherOwner() throws IOException {
    assumePermissions();
    Files.createDirectories(directory);
    permit(directory, "rwxrwx---");

    WatchedCalls calls =
        new WatchedCalls(
            call -> {
              if (call instanceof Call.CloseToOthers) {
                throw new IOException("Operation not permitted");
              }
            });
    try (LogCapture log = LogCapture.of(JournalFolder.class)) {
      new FileJournal(directory, calls).close();
      assertThat(log.text())
          .contains(
              "'"
                  + directory
                  + "' is open to others and cannot be closed: java.io.IOException: Operation");
    }
    assertThat(permissions(directory)).isEqualTo("rwxrwx---");
  }

  @Test
  void doesNotTouchWhatALinkPointsAt() throws IOException {
    assumePermissions();
    Files.createDirectories(directory);
    Path elsewhere = Files.createFile(temporary.resolve("elsewhere"));
    permit(elsewhere, "rw-r--r--");
    Files.createSymbolicLink(directory.resolve(BEGUN_FILE), elsewhere);

    new FileJournal(directory).close();

    assertThat(permissions(elsewhere)).isEqualTo("rw-r--r--");
  }

  @Test
  void makesEveryFolderDurably() {
    Path parent = Objects.requireNonNull(directory.getParent());
    List<Call> calls = new ArrayList<>();
    new FileJournal(directory, new WatchedCalls(calls::add)).close();

    assertThat(calls)
        .startsWith(
            new Call.CreateFolder(parent),
            new Call.ForceDirectory(temporary),
            new Call.CreateFolder(directory),
            new Call.ForceDirectory(parent));

    calls.clear();
    new FileJournal(directory, new WatchedCalls(calls::add)).close();
    assertThat(calls)
        .doesNotHaveAnyElementsOfTypes(Call.CreateFolder.class, Call.ForceDirectory.class);
  }

  @Test
  void makesARelativeFolder() throws IOException {
    Path relative = Path.of("target", "journal-" + System.nanoTime());
    new FileJournal(relative).close();

    assertThat(relative.toAbsolutePath().resolve("lock")).exists();
    Files.delete(relative.resolve("lock"));
    Files.delete(relative);
  }

  @Test
  void namesTheFolderThatItCannotMake() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> new FileJournal(file.resolve("journal")).close())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(
            "the journal folder '%s' cannot be used: ".formatted(file.resolve("journal")));
  }

  @Test
  void removesWhatACrashLeftHalfWritten() throws IOException {
    storeBegun();
    Files.writeString(directory.resolve(BEGUN_FILE + ".tmp"), "{\"formatV");
    Files.createDirectory(directory.resolve("job-2.1.0.json.tmp"));
    Files.createSymbolicLink(directory.resolve("job-3.1.0.json.tmp"), directory.resolve("lock"));

    assertThat(contents(directory).entries()).containsExactly(BEGUN);
    assertThat(files(directory)).containsExactly(BEGUN_FILE);
    assertThat(directory.resolve("lock")).exists();
  }

  @Test
  void renamesWhatIsInTheWayOfAnEntryAndCannotBeRemoved() throws IOException {
    Path inTheWay = directory.resolve(BEGUN_FILE + ".tmp");
    Files.createDirectories(inTheWay.resolve("more"));

    try (LogCapture log = LogCapture.of(JournalFolder.class)) {
      storeBegun();
      assertThat(log.text())
          .contains(
              "'%s' cannot be removed and is called '%s.unreadable' now"
                  .formatted(inTheWay, inTheWay));
    }

    assertThat(contents(directory).entries()).containsExactly(BEGUN);
    assertThat(files(directory)).containsExactly(BEGUN_FILE, BEGUN_FILE + ".tmp.unreadable");
  }
}
