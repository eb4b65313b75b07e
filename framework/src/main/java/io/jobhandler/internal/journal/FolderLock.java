package io.jobhandler.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a folder for one journal, among all processes of the device and within this one. */
final class FolderLock implements Closeable {
  static final String NAME = "lock";

  /**
   * What this process holds. Asked before the file is opened: the operating system gives a lock up
   * as soon as the process closes the file anywhere, also where it has failed to lock it again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Closeable lock;

  private FolderLock(Path folder, Closeable lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static FolderLock take(Path directory, FileSystemCalls calls) throws IOException {
    Path folder = directory.toRealPath();
    if (!HELD.add(folder)) {
      throw inUse(directory);
    }
    boolean taken = false;
    try {
      Closeable lock = calls.lock(folder.resolve(NAME)).orElseThrow(() -> inUse(directory));
      taken = true;
      return new FolderLock(folder, lock);
    } finally {
      if (!taken) {
        HELD.remove(folder);
      }
    }
  }

  private static IOException inUse(Path directory) {
    return new FileSystemException(
        directory.toString(),
        null,
        "another agent uses it; end that one, or give each agent a folder of its own");
  }

  /** Gives the folder to others. The file stays: whoever removed it could have two holders. */
  @Override
  public void close() throws IOException {
    try {
      lock.close();
    } finally {
      HELD.remove(folder);
    }
  }
}
