package io.jobhandler.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the journal asks of the file system: the seam at which tests record it, and let it fail.
 * Within the folder, symbolic links are not followed.
 */
interface FileSystemCalls {
  /** A file that is being written. */
  interface Output extends Closeable {
    void write(byte[] content) throws IOException;

    /** What was written survives a loss of power then, though perhaps without its name. */
    void force() throws IOException;
  }

  /** Makes a folder that only its owner can use, unless it is there. */
  void createFolder(Path directory) throws IOException;

  /** Makes a file where there is none and locks it; empty where another has locked it. */
  Optional<Closeable> lock(Path file) throws IOException;

  /** What is in a folder, in no order. */
  List<Path> list(Path directory) throws IOException;

  /** Whether it is a file, and neither a folder nor a link nor a device. */
  boolean isFile(Path path) throws IOException;

  /** Whether others than its owner have permissions for a file or a folder. */
  boolean isOpenToOthers(Path path) throws IOException;

  /** Leaves the permissions of a file or a folder to its owner; a link is followed. */
  void closeToOthers(Path path) throws IOException;

  /** The beginning of a file, up to so many bytes. */
  byte[] read(Path file, int maxBytes) throws IOException;

  /** Makes an empty file that only its owner can use, in place of the one that is there. */
  Output create(Path file) throws IOException;

  /** Gives a file another name, in place of the file that has it, all at once. */
  void rename(Path from, Path to) throws IOException;

  /** The names in a folder survive a loss of power then. */
  void forceDirectory(Path directory) throws IOException;

  /** Removes a file or an empty folder, where there is one. */
  void delete(Path file) throws IOException;
}
