package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder, one journal: within a process, and among those of the device. */
class JournalLockTest {
  @TempDir Path directory;

  static void assertInUse(Path directory) {
    assertThatThrownBy(() -> new FileJournal(directory).close())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            ("the journal folder '%s' cannot be used: java.nio.file.FileSystemException: %s:"
                    + " another agent uses it; end that one, or give each agent a folder of its own")
                .formatted(directory, directory));
  }

  @Test
  void refusesASecondJournalOfThisProcessUntilTheFirstIsClosed() throws IOException {
    Path link = directory.resolveSibling(directory.getFileName() + "-link");
    Files.createSymbolicLink(link, directory);
    try (FileJournal first = new FileJournal(directory)) {
      assertInUse(directory);
      assertInUse(link);
      assertThat(first.load()).succeedsWithin(20, TimeUnit.SECONDS);
    } finally {
      Files.delete(link);
    }

    new FileJournal(directory).close();
  }

  @Test
  void refusesAJournalThatOtherCodeOfThisProcessHolds() throws IOException {
    try (FileChannel other = open();
        var held = other.lock()) {
      assertThat(held.isValid()).isTrue();
      assertInUse(directory);
    }

    new FileJournal(directory).close();
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Test
  void refusesAJournalOfAnotherProcessUntilThatIsGone() throws Exception {
    Process other = JournalProcess.start(JournalProcess.java(), "hold", directory);
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("held");
      assertInUse(directory);
      assertInUse(directory);
      other.destroyForcibly();
      assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      other.destroyForcibly();
    }

    await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::canBeOpened);
  }

  /** A second journal here that fails must not make the operating system forget the first. */
  @Test
  void holdsTheFolderAgainstOthersAfterASecondJournalOfThisProcessFailed() throws Exception {
    try (FileJournal first = new FileJournal(directory)) {
      assertInUse(directory);
      Process other = JournalProcess.start(JournalProcess.java(), "hold", directory);
      try {
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isNotZero();
        assertThat(new String(other.getErrorStream().readAllBytes(), UTF_8))
            .contains("another agent uses it");
      } finally {
        other.destroyForcibly();
      }
      assertThat(first.load()).succeedsWithin(20, TimeUnit.SECONDS);
    }
  }

  private boolean canBeOpened() {
    new FileJournal(directory).close();
    return true;
  }

  @Test
  void isGivenUpWhereTheFolderCannotBePrepared() {
    WatchedCalls.Watcher noListing =
        call -> {
          if (call.equals(new Call.Look("list", directory))) {
            throw new IOException("no listing");
          }
        };
    assertCannotBeUsed(noListing, "no listing");
    WatchedCalls.Watcher noLocks =
        call -> {
          if (call instanceof Call.Lock) {
            throw new IOException("no locks");
          }
        };
    assertCannotBeUsed(noLocks, "no locks");

    new FileJournal(directory).close();
  }

  private void assertCannotBeUsed(WatchedCalls.Watcher watcher, String reason) {
    assertThatThrownBy(() -> new FileJournal(directory, new WatchedCalls(watcher)).close())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "the journal folder '%s' cannot be used: java.io.IOException: %s"
                .formatted(directory, reason));
  }

  @Test
  void doesNotFollowALink() throws IOException {
    Path elsewhere = directory.resolveSibling("elsewhere");
    Files.createSymbolicLink(directory.resolve("lock"), elsewhere);

    assertThatThrownBy(() -> new FileJournal(directory).close())
        .hasMessageStartingWith("the journal folder '%s' cannot be used: ".formatted(directory));
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void isForgottenEvenWhereItCannotBeGivenUp() {
    WatchedCalls stubborn =
        new WatchedCalls(
            call -> {
              if (call instanceof Call.Unlock) {
                throw new IOException("stubborn");
              }
            });
    FileJournal first = new FileJournal(directory, stubborn);
    try (LogCapture log = LogCapture.of(FileJournal.class)) {
      first.close();
      assertThat(log.text())
          .contains("The journal folder '" + directory + "' is not given up", "stubborn");
    }

    new FileJournal(directory).close();
  }
}
