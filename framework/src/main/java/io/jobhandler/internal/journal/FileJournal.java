package io.jobhandler.internal.journal;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One small file per execution in a folder. All I/O is done on one thread, never on a handler's: an
 * interrupt would close the channel for everyone.
 */
public final class FileJournal implements JobJournal {
  private static final String SUFFIX = ".json";
  private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

  private final Path directory;
  private final DurableFiles files;
  private final ExecutorService io =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "jobhandler-journal");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Opens a journal.
   *
   * @param directory the folder, made where there is none, readable by its owner only
   * @throws UncheckedIOException if the folder cannot be made or written to
   */
  public FileJournal(Path directory) {
    this.directory = directory;
    try {
      this.files = DurableFiles.in(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the journal folder '%s' cannot be used: %s".formatted(directory, e), e);
    }
  }

  @Override
  public CompletableFuture<JournalContents> load() {
    return onIoThread(this::readAll);
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    return run(() -> files.replace(fileName(entry), JournalJson.write(entry)));
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return run(() -> files.delete(fileName(entry)));
  }

  private interface Action {
    void run() throws IOException;
  }

  private CompletableFuture<Void> run(Action action) {
    return onIoThread(
        () -> {
          try {
            action.run();
            return null;
          } catch (IOException e) {
            throw new UncheckedIOException("the journal in '%s' failed".formatted(directory), e);
          }
        });
  }

  private <T extends @Nullable Object> CompletableFuture<T> onIoThread(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, io);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("the journal in '%s' is closed".formatted(directory), e));
    }
  }

  private JournalContents readAll() {
    List<JournalEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : found) {
        JournalEntry entry = read(file);
        if (entry != null) {
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the journal in '%s' cannot be read".formatted(directory), e);
    }
    return new JournalContents(entries, List.of());
  }

  private @Nullable JournalEntry read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    try {
      return JournalJson.read(content);
    } catch (IOException e) {
      Path aside = files.setAside(file);
      LOG.error("A journal entry cannot be read and is kept as '{}': {}", aside, e.getMessage());
      return null;
    }
  }

  private static String fileName(JournalEntry entry) {
    Instant queuedAt = entry.queuedAt();
    return "%s.%d.%d%s"
        .formatted(
            entry.jobId(),
            entry.executionNumber(),
            queuedAt == null ? 0 : queuedAt.getEpochSecond(),
            SUFFIX);
  }

  @Override
  public void close() {
    io.shutdown();
    try {
      if (!io.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The journal in '{}' still has writes under way", directory);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
