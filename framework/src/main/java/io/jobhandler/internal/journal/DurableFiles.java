package io.jobhandler.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces small files so that after a loss of power the old or the new content is there, whole: a
 * temporary file is written and forced, renamed over the old one, and the folder is forced.
 */
final class DurableFiles {
  private static final String TEMPORARY = ".tmp";

  private final Path directory;
  private final boolean posix;

  private DurableFiles(Path directory) {
    this.directory = directory;
    this.posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Makes the folder, for its owner only, and removes what a crash left half-written. */
  static DurableFiles in(Path directory) throws IOException {
    DurableFiles files = new DurableFiles(directory);
    Files.createDirectories(directory, files.permissions("rwx------"));
    try (var leftovers = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
      for (Path leftover : leftovers) {
        Files.delete(leftover);
      }
    }
    return files;
  }

  void replace(String name, byte[] content) throws IOException {
    Path target = directory.resolve(name);
    Path temporary = directory.resolve(name + TEMPORARY);
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            permissions("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory();
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name));
  }

  /** Renames a file that cannot be used, so that it is not read again and not lost. */
  Path setAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
    return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
  }

  private void forceDirectory() throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private FileAttribute<?>[] permissions(String text) {
    if (!posix) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(text);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }
}
