package io.jobhandler.internal.payload;

import io.jobhandler.payload.PayloadStore;
import io.jobhandler.payload.StoredPayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps payloads as files in a private folder, which belongs to one agent. What the document says
 * is no part of a file's name. Safe for use by several threads.
 */
public final class FilePayloadStore implements PayloadStore {
  private static final Logger LOG = LoggerFactory.getLogger(FilePayloadStore.class);
  private static final String PART = ".part";
  private static final Pattern JOB_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern OURS =
      Pattern.compile(JOB_ID + "\\.[0-9]+\\.[0-9a-f]{32}\\.payload(\\.part)?");

  private final SecureRandom random = new SecureRandom();
  private final PrivateFolder folder;

  /**
   * Opens the store and removes what an earlier process has left there.
   *
   * @param directory the folder, made where there is none, for its owner only
   * @throws UncheckedIOException if it cannot be used, or others may write to it
   */
  public FilePayloadStore(Path directory) {
    try {
      folder = PrivateFolder.open(directory);
      removeLeftovers();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the payload folder '%s' cannot be used: %s".formatted(directory, e.getMessage()), e);
    }
  }

  private void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.path(), FilePayloadStore::isOurs)) {
      for (Path leftover : files) {
        Files.delete(leftover);
        LOG.info("The payload '{}' of an earlier process was removed", leftover);
      }
    }
  }

  private static boolean isOurs(Path file) {
    return OURS.matcher(file.getFileName().toString()).matches()
        && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public StoredPayload create(String jobId, long executionNumber, String payload, long size)
      throws IOException {
    if (!JOB_ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException(
          "the jobId is not 1 to 64 characters of [a-zA-Z0-9_-], as AWS IoT has them");
    }
    long free = Files.getFileStore(folder.path()).getUsableSpace();
    if (free < size) {
      throw new IOException(
          "%d bytes are needed in '%s', and %d are free".formatted(size, folder.path(), free));
    }
    String name = "%s.%d.%s.payload".formatted(jobId, executionNumber, unguessable());
    return new StoredFile(folder, folder.createFile(name + PART), folder.path().resolve(name));
  }

  private String unguessable() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
