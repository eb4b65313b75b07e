package io.jobhandler.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What tests ask of journals and their folders. */
final class Journals {
  private Journals() {}

  static <T> T done(CompletableFuture<T> future) {
    assertThat(future).succeedsWithin(60, TimeUnit.SECONDS);
    return future.join();
  }

  static void assertFails(CompletableFuture<?> future, String message) {
    assertThat(future)
        .failsWithin(60, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining(message);
  }

  /** What a process that starts now finds. */
  static JournalContents contents(Path directory) {
    try (FileJournal next = new FileJournal(directory)) {
      return done(next.load());
    }
  }

  /** The names of the files, without that of the lock. */
  static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(FolderLock.NAME))
          .sorted()
          .toList();
    }
  }

  static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
