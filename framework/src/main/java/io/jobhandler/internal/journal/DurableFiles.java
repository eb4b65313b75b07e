package io.jobhandler.internal.journal;

import io.jobhandler.internal.journal.FileSystemCalls.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Replaces small files so that after a loss of power the old or the new content is there, whole: a
 * temporary file is written and forced, renamed over the old one, and the folder is forced.
 */
final class DurableFiles {
  private static final String TEMPORARY = ".tmp";
  private static final String ASIDE = ".unreadable";

  private final Path directory;
  private final FileSystemCalls calls;

  DurableFiles(Path directory, FileSystemCalls calls) {
    this.directory = directory;
    this.calls = calls;
  }

  /** Whether a file is what an interrupted replacement leaves. */
  static boolean isTemporary(Path file) {
    return file.toString().endsWith(TEMPORARY);
  }

  /**
   * Replaces a file.
   *
   * @throws IOException if the new content may not survive; the old one is there then, or the new
   *     one, whole
   */
  void replace(String name, byte[] content) throws IOException {
    Path temporary = directory.resolve(name + TEMPORARY);
    try {
      write(temporary, content);
      calls.rename(temporary, directory.resolve(name));
    } catch (IOException e) {
      discard(temporary, e);
      throw e;
    }
    calls.forceDirectory(directory);
  }

  private void write(Path file, byte[] content) throws IOException {
    try (Output output = calls.create(file)) {
      output.write(content);
      output.force();
    }
  }

  /** On a full disk the half of a file is in the way of whatever comes next. */
  private void discard(Path temporary, IOException cause) {
    try {
      calls.delete(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Removes a file. After a loss of power it may be there again. */
  void delete(String name) throws IOException {
    calls.delete(directory.resolve(name));
  }

  /**
   * Renames what cannot be used, so that it is neither read again nor lost, nor what was set aside
   * before. After a loss of power it may have its old name again, and is renamed again then.
   *
   * @return what it is called now
   */
  Path setAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
      aside = file.resolveSibling(file.getFileName() + ASIDE + '.' + i);
    }
    calls.rename(file, aside);
    return aside;
  }
}
