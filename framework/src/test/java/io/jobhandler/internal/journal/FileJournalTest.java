package io.jobhandler.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {
  private static final Instant QUEUED_AT = Instant.ofEpochSecond(1767323045);
  private static final JournalEntry BEGUN =
      JournalEntry.first("job-1", 1, QUEUED_AT, "x", "agent-1", 7);

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

  private static <T> T done(CompletableFuture<T> future) {
    assertThat(future).succeedsWithin(10, TimeUnit.SECONDS);
    return future.join();
  }

  /** What a process that starts now finds. */
  private List<JournalEntry> reopened() {
    try (FileJournal next = new FileJournal(directory)) {
      return done(next.load()).entries();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void beginsEmpty() {
    assertThat(done(journal.load()).entries()).isEmpty();
  }

  @Test
  void keepsAnAttempt() throws IOException {
    done(journal.store(BEGUN));

    assertThat(reopened()).containsExactly(BEGUN);
    assertThat(files()).containsExactly("job-1.1.1767323045.json");
  }

  @Test
  void keepsAnOutcomeExactly() {
    JournalEntry ended = ended(Map.of("a:b_c-D", "grün \ud83d\ude00 \"quoted\" \\ /", "b", "1.50"));

    done(journal.store(ended));

    assertThat(reopened()).containsExactly(ended);
  }

  @Test
  void keepsTheLargestDetails() {
    String value = "\"".repeat(1024);
    Map<String, String> details =
        Map.of(
            "k1", value, "k2", value, "k3", value, "k4", value, "k5", value, "k6", value, "k7",
            value, "k8", value, "k9", value, "k10", value);

    done(journal.store(ended(details)));

    assertThat(reopened()).containsExactly(ended(details));
  }

  private static JournalEntry ended(Map<String, String> details) {
    return BEGUN.in(8, new JournalState.Ended(JobStatus.FAILED, details));
  }

  @Test
  void replacesTheEntryOfTheSameExecution() throws IOException {
    done(journal.store(BEGUN));
    done(journal.store(ended(Map.of())));

    assertThat(reopened()).containsExactly(ended(Map.of()));
    assertThat(files()).hasSize(1);
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
    return JournalEntry.first("job-1", executionNumber, queuedAt, "x", "agent-1", 7);
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
  void letsOnlyItsOwnerRead() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "the file system has no permissions");
    done(journal.store(BEGUN));

    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("job-1.1.1767323045.json"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void removesWhatACrashLeftHalfWritten() throws IOException {
    done(journal.store(BEGUN));
    Files.writeString(directory.resolve("job-1.1.1767323045.json.tmp"), "{\"formatV");

    assertThat(reopened()).containsExactly(BEGUN);
    assertThat(files()).containsExactly("job-1.1.1767323045.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\u0000\u0000",
        "{\"formatVersion\":1}",
        "{\"formatVersion\":2,\"jobId\":\"job-2\",\"agentToken\":\"a\",\"attempt\":1}",
        "{\"jobId\":\"job-2\",\"agentToken\":\"a\",\"attempt\":1}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"agentToken\":\"a\",\"attempt\":0}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"agentToken\":\"a\",\"attempt\":1,\"more\":1}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"agentToken\":\"a\",\"attempt\":1,"
            + "\"outcome\":{\"status\":\"QUEUED\",\"statusDetails\":{}}}",
      })
  void setsAsideWhatItCannotReadAndKeepsTheRest(String content) throws IOException {
    done(journal.store(BEGUN));
    Files.writeString(directory.resolve("job-2.1.0.json"), content);

    assertThat(reopened()).containsExactly(BEGUN);
    assertThat(reopened()).containsExactly(BEGUN);
    assertThat(files()).containsExactly("job-1.1.1767323045.json", "job-2.1.0.json.unreadable");
    assertThat(directory.resolve("job-2.1.0.json.unreadable")).hasContent(content);
  }

  @Test
  void ignoresFilesOfOthers() throws IOException {
    Files.writeString(directory.resolve("README"), "not ours");

    assertThat(reopened()).isEmpty();
    assertThat(files()).containsExactly("README");
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
  void failsWhereItCannotStoreOrReadOrRemove() throws IOException {
    Files.delete(directory);
    assertFails(journal.store(BEGUN), "the journal in '%s' failed");
    assertFails(journal.load(), "the journal in '%s' cannot be read");

    Files.createDirectories(directory.resolve("job-1.1.1767323045.json").resolve("in the way"));
    assertFails(journal.remove(BEGUN), "the journal in '%s' failed");
  }

  private void assertFails(CompletableFuture<?> future, String message) {
    assertThat(future)
        .failsWithin(10, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining(message.formatted(directory));
  }

  @Test
  void goesOnAfterAFailure() throws IOException {
    Files.delete(directory);
    assertFails(journal.store(BEGUN), "the journal in '%s' failed");
    Files.createDirectory(directory);

    done(journal.store(BEGUN));

    assertThat(reopened()).containsExactly(BEGUN);
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

    assertThat(journal.store(BEGUN)).isCompletedExceptionally();
    assertThat(journal.remove(BEGUN)).isCompletedExceptionally();
    assertThat(journal.load()).isCompletedExceptionally();
  }

  @Test
  void keepsAnInterruptionOfTheOneWhoClosesIt() {
    Thread.currentThread().interrupt();
    journal.close();

    assertThat(Thread.interrupted()).isTrue();
  }
}
