package io.jobhandler.agent;

import io.jobhandler.internal.journal.FileJournal;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The journal in files, and all that was ever written to them. */
final class WrittenJournal implements JobJournal {
  private final Path folder;
  private final FileJournal files;
  private final Queue<String> written = new ConcurrentLinkedQueue<>();

  WrittenJournal(Path folder) {
    this.folder = folder;
    this.files = new FileJournal(folder);
  }

  String written() {
    return String.join("\n", written);
  }

  @Override
  public CompletableFuture<JournalContents> load() {
    return files.load();
  }

  @Override
  public CompletableFuture<Void> store(JournalEntry entry) {
    return files.store(entry).thenRun(this::read);
  }

  private void read() {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        written.add(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletableFuture<Void> remove(JournalEntry entry) {
    return files.remove(entry);
  }

  @Override
  public void close() {
    files.close();
  }
}
