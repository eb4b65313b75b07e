package io.jobhandler.payload;

import io.jobhandler.ReasonCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * Stores a payload's bytes and digests them in the same pass, and says at the end whether they are
 * the signed ones. The only place that makes a {@link VerifiedPayload}. Not safe for use by several
 * threads.
 */
public final class VerifyingSink implements Closeable {
  private final PayloadVerification verification;
  private final StoredPayload stored;
  private final MessageDigest digest;
  private OutputStream out;
  private long received;
  private boolean finished;

  VerifyingSink(PayloadVerification verification, StoredPayload stored) throws IOException {
    this.verification = verification;
    this.stored = stored;
    this.digest = Sha256.newDigest();
    this.out = stored.sink();
  }

  /**
   * Takes the next bytes.
   *
   * @param bytes holds them
   * @param offset where they begin
   * @param length how many they are
   * @throws PayloadRefusedException with {@link ReasonCode#PAYLOAD_SIZE} if they are more than the
   *     document declared; none of them is stored then
   * @throws IOException if they cannot be stored
   */
  public void write(byte[] bytes, int offset, int length)
      throws IOException, PayloadRefusedException {
    requireNotFinished();
    if (length > verification.size() - received) {
      throw wrongSize("more");
    }
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    received += length;
  }

  /**
   * Begins anew: what came so far is void.
   *
   * @throws IOException if it cannot be written anew
   */
  public void restart() throws IOException {
    requireNotFinished();
    out.close();
    out = stored.sink();
    digest.reset();
    received = 0;
  }

  /**
   * How many bytes came since the beginning or the last restart.
   *
   * @return zero to the declared size
   */
  public long received() {
    return received;
  }

  /**
   * Says whether the bytes are the signed ones, and makes them durable if they are.
   *
   * @return the payload, to be used
   * @throws PayloadRefusedException with {@link ReasonCode#PAYLOAD_SIZE} if they are fewer than
   *     declared, {@link ReasonCode#SIGNATURE_INVALID} if they are not what the anchor's owner
   *     signed
   * @throws IOException if they cannot be made durable
   * @throws IllegalStateException if it was called before; nothing can be written any more, either
   */
  public VerifiedPayload finish() throws IOException, PayloadRefusedException {
    requireNotFinished();
    finished = true;
    out.close();
    if (received != verification.size()) {
      throw wrongSize("fewer");
    }
    byte[] sum = digest.digest();
    if (!verification.signature().isOf(sum)) {
      throw new PayloadRefusedException(
          ReasonCode.SIGNATURE_INVALID,
          "'%s' was not signed with the key of the trust anchor '%s', or was changed since"
              .formatted(verification.name(), verification.anchor()));
    }
    stored.commit();
    return new VerifiedPayload(verification, stored, sum);
  }

  private void requireNotFinished() {
    if (finished) {
      throw new IllegalStateException("'%s' is finished".formatted(verification.name()));
    }
  }

  private PayloadRefusedException wrongSize(String moreOrFewer) {
    return new PayloadRefusedException(
        ReasonCode.PAYLOAD_SIZE,
        "'%s' has %s bytes than the %d of its rawPayloadSize"
            .formatted(verification.name(), moreOrFewer, verification.size()));
  }

  /** Closes the store's sink. What was not finished is no payload. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
