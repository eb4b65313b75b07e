package io.jobhandler.internal.payload;

import io.jobhandler.payload.StoredPayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A payload in a file, which has its final name only after the payload was verified. The file has
 * been made; links in its place are not followed.
 */
record StoredFile(PrivateFolder folder, Path part, Path whole) implements StoredPayload {

  @Override
  public OutputStream sink() throws IOException {
    return Files.newOutputStream(
        part,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING,
        LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void commit() throws IOException {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      channel.force(true);
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    folder.force();
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(whole, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Optional<Path> path() {
    return Optional.of(whole);
  }

  @Override
  public void discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(whole);
  }
}
