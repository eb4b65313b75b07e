package io.jobhandler.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the folder of a journal: made, held, closed to others, and rid of what a crash left. */
final class JournalFolder {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);

  private final Path directory;
  private final FileSystemCalls calls;
  private final DurableFiles files;

  private JournalFolder(Path directory, FileSystemCalls calls) {
    this.directory = directory;
    this.calls = calls;
    this.files = new DurableFiles(directory, calls);
  }

  /**
   * Prepares a folder and holds it.
   *
   * @return what gives it up
   * @throws IOException if another journal holds it, or it cannot be made or used
   */
  static Closeable open(Path directory, FileSystemCalls calls) throws IOException {
    JournalFolder folder = new JournalFolder(directory, calls);
    folder.create(directory.toAbsolutePath());
    FolderLock lock = FolderLock.take(directory, calls);
    boolean prepared = false;
    try {
      folder.prepare();
      prepared = true;
      return lock;
    } finally {
      if (!prepared) {
        lock.close();
      }
    }
  }

  /** Makes the folder and those above it, each durably: nothing in it would survive otherwise. */
  private void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = Objects.requireNonNull(folder.getParent(), "the root is a folder");
      create(parent);
      calls.createFolder(folder);
      calls.forceDirectory(parent);
    }
  }

  private void prepare() throws IOException {
    List<Path> found = calls.list(directory);
    if (found.stream().allMatch(JournalFolder::isOurs)) {
      closeToOthers(directory);
    } else if (calls.isOpenToOthers(directory)) {
      LOG.warn(
          "The journal folder '{}' holds other files too and is left open to others; give the journal a folder of its own",
          directory);
    }
    for (Path file : found) {
      if (DurableFiles.isTemporary(file)) {
        remove(file);
      } else if (isOurs(file) && calls.isFile(file)) {
        closeToOthers(file);
      }
    }
  }

  private static boolean isOurs(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(FolderLock.NAME) || EntryName.begins(name);
  }

  private void closeToOthers(Path path) {
    try {
      if (calls.isOpenToOthers(path)) {
        calls.closeToOthers(path);
        LOG.info("'{}' was open to others and is no more", path);
      }
    } catch (IOException e) {
      LOG.warn("'{}' is open to others and cannot be closed: {}", path, e.toString());
    }
  }

  /** What is in the way of the next entry of its name goes, whatever it is. */
  private void remove(Path temporary) throws IOException {
    try {
      calls.delete(temporary);
    } catch (IOException e) {
      Path aside = files.setAside(temporary);
      LOG.warn("'{}' cannot be removed and is called '{}' now", temporary, aside, e);
    }
  }
}
