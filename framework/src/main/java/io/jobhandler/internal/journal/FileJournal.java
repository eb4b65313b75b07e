package io.jobhandler.internal.journal;

import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One small file per execution in a folder. All I/O is done on one thread, never on a handler's: an
 * interrupt would close the channel for everyone.
 */
public final class FileJournal implements JobJournal {
  private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

  private final Path directory;
  private final FileSystemCalls calls;
  private final DurableFiles files;
  private final Closeable lock;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService io =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "jobhandler-journal");
            thread.setDaemon(true);
            return thread;
          });

  /** The files that could not be read and must not be replaced. Confined to the I/O thread. */
  private Set<String> left = Set.of();

  /**
   * Opens a journal and holds its folder until it is closed.
   *
   * @param directory the folder, made where there is none, for its owner only
   * @throws UncheckedIOException if the folder cannot be made or used, or another journal, of this
   *     process or another, holds it
   */
  public FileJournal(Path directory) {
    this(directory, NioCalls.at(directory));
  }

  FileJournal(Path directory, FileSystemCalls calls) {
    this.directory = directory;
    this.calls = calls;
    this.files = new DurableFiles(directory, calls);
    try {
      this.lock = JournalFolder.open(directory, calls);
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
    return run(() -> files.replace(replaceable(entry), JournalJson.write(entry)));
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return run(() -> files.delete(replaceable(entry)));
  }

  private String replaceable(JournalEntry entry) {
    String name = EntryName.of(entry).fileName();
    if (left.contains(name)) {
      throw new IllegalStateException(
          "the journal entry '%s' could not be read and is left as it is"
              .formatted(directory.resolve(name)));
    }
    return name;
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
            throw new UncheckedIOException(
                "the journal in '%s' failed: %s".formatted(directory, e), e);
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
    EntryReader reader = new EntryReader(directory, calls, files);
    try {
      JournalContents contents = reader.readAll();
      left = reader.left();
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the journal folder '%s' cannot be read (%s); let the user that the agent runs as read and write it"
              .formatted(directory, e),
          e);
    }
  }

  /** The folder is given up when the last write is over, and no sooner. */
  private void release() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("The journal folder '{}' is not given up", directory, e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      io.execute(this::release);
      io.shutdown();
    }
    try {
      if (!io.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The journal in '{}' still has writes under way", directory);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
