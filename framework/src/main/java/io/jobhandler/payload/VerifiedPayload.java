package io.jobhandler.payload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A payload whose size and signature were found right while its bytes were stored. Only a {@link
 * VerifyingSink} makes one. It can be used until its job is over. Safe for use by several threads.
 *
 * <p>What {@link #open} gives is compared with what was verified once more while it is read:
 * whoever has read all of it has read the signed bytes, even if someone changed the stored ones
 * since. The file of {@link #path} is not watched; the framework's own store keeps it where only
 * the device's user may write.
 */
public final class VerifiedPayload {
  private final PayloadVerification verification;
  private final StoredPayload stored;
  private final byte[] sha256;

  /** Called by the verification alone. */
  VerifiedPayload(PayloadVerification verification, StoredPayload stored, byte[] sha256) {
    this.verification = verification;
    this.stored = stored;
    this.sha256 = sha256;
  }

  /**
   * What it is called.
   *
   * @return the parameter's name; with {@code /} and the key where the parameter is a map
   */
  public String name() {
    return verification.name();
  }

  /**
   * How large it is.
   *
   * @return bytes, zero or more
   */
  public long size() {
    return verification.size();
  }

  /**
   * Its SHA-256 digest.
   *
   * @return 64 characters of {@code [0-9a-f]}
   */
  public String sha256() {
    return HexFormat.of().formatHex(sha256);
  }

  /**
   * The trust anchor whose key the signature was made with.
   *
   * @return its alias
   */
  public String anchor() {
    return verification.anchor();
  }

  /**
   * Reads the bytes that were verified. Should the stored bytes have changed since, the stream
   * fails in place of giving the last of them: act on the content only when all of it has been
   * read.
   *
   * @return a stream that the caller closes
   * @throws IOException if they cannot be read any more
   */
  public InputStream open() throws IOException {
    return new VerifiedStream(this, stored.open());
  }

  /**
   * Copies the bytes that were verified to a new file and makes them durable.
   *
   * @param target where there is no file yet
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   * @throws IOException if the bytes cannot be copied or have changed; there is no new file then
   */
  public void copyTo(Path target) throws IOException {
    try (FileChannel channel =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      copyTo(channel, target);
    }
  }

  private void copyTo(FileChannel channel, Path target) throws IOException {
    boolean copied = false;
    try (InputStream in = open()) {
      in.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
      copied = true;
    } finally {
      if (!copied) {
        Files.delete(target);
      }
    }
  }

  /**
   * The file that holds the bytes, for those who want to move it or hand its name on. It is removed
   * when the job is over, unless it was moved.
   *
   * @return the file; empty where the store has none
   */
  public Optional<Path> path() {
    return stored.path();
  }

  boolean hasDigest(byte[] other) {
    return MessageDigest.isEqual(sha256, other);
  }

  @Override
  public String toString() {
    return "VerifiedPayload[%s, %d bytes, sha256 %s]".formatted(name(), size(), sha256());
  }
}
