package io.jobhandler.payload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Reads stored bytes again and fails in place of giving the last of them if they are not those that
 * were verified.
 */
final class VerifiedStream extends InputStream {
  private final VerifiedPayload payload;
  private final InputStream in;
  private final MessageDigest digest = Sha256.newDigest();
  private long left;
  private boolean checked;

  VerifiedStream(VerifiedPayload payload, InputStream in) {
    this.payload = payload;
    this.in = in;
    this.left = payload.size();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      check();
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw changed();
    }
    digest.update(buffer, offset, count);
    left -= count;
    if (left == 0) {
      check();
    }
    return count;
  }

  private void check() throws IOException {
    if (!checked && !payload.hasDigest(digest.digest())) {
      throw changed();
    }
    checked = true;
  }

  private IOException changed() {
    return new IOException(
        "the stored bytes of '%s' are not those that were verified".formatted(payload.name()));
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(in.available(), left);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
