package io.jobhandler.internal.payload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder that nobody but its owner may write to, where files are made that nobody but their owner
 * may read. Where the file system knows no POSIX permissions, the folder's own protection is all
 * there is.
 */
final class PrivateFolder {
  private final Path path;
  private final boolean posix;

  private PrivateFolder(Path path) {
    this.path = path;
    this.posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Makes the folder where there is none, and refuses one that others could have prepared. */
  static PrivateFolder open(Path path) throws IOException {
    PrivateFolder folder = new PrivateFolder(path.toAbsolutePath());
    if (!Files.exists(folder.path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder.path, folder.permissions("rwx------"));
    }
    folder.check();
    return folder;
  }

  private void check() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is a symbolic link or a file, expected a folder");
    }
    if (posix) {
      PosixFileAttributes attributes =
          Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes();
      checkPermissions(attributes);
      checkOwner(attributes);
    }
  }

  private static void checkPermissions(PosixFileAttributes attributes) throws IOException {
    Set<PosixFilePermission> permissions = attributes.permissions();
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(
          "others may write to it (%s), expected rwx------"
              .formatted(PosixFilePermissions.toString(permissions)));
    }
  }

  /** Java does not say who we are, but a file that we make does. */
  private void checkOwner(PosixFileAttributes attributes) throws IOException {
    Path probe = Files.createTempFile(path, "probe", null, permissions("rw-------"));
    try {
      if (!Files.getOwner(probe).equals(attributes.owner())) {
        throw new IOException(
            "it belongs to %s, expected %s"
                .formatted(attributes.owner().getName(), Files.getOwner(probe).getName()));
      }
    } finally {
      Files.delete(probe);
    }
  }

  Path path() {
    return path;
  }

  /** Makes a new, empty file; fails where anything has its name, even a dangling link. */
  Path createFile(String name) throws IOException {
    return Files.createFile(path.resolve(name), permissions("rw-------"));
  }

  /** Makes renamed files durable. */
  void force() throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private FileAttribute<?>[] permissions(String text) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
