package io.jobhandler.payload;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.codesign.MalformedSignatureException;
import io.jobhandler.internal.codesign.PayloadSignature;
import io.jobhandler.internal.codesign.StrictBase64;
import java.io.IOException;

/**
 * What one payload is verified with: its declared size and signature, and the device's key. All
 * that can be refused without a byte of the payload is refused when it is made. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/signer/latest/developerguide/">AWS Signer</a>
 */
public final class PayloadVerification {
  private static final int MAX_SIGNATURE_TEXT = 4096;

  private final String name;
  private final long size;
  private final PayloadSignature signature;
  private final String anchor;

  private PayloadVerification(String name, long size, PayloadSignature signature, String anchor) {
    this.name = name;
    this.size = size;
    this.signature = signature;
    this.anchor = anchor;
  }

  /**
   * Prepares a verification.
   *
   * @param name what the payload is called
   * @param declared what the document says of the signature
   * @param anchor the device's key
   * @param sizeLimit the most bytes that the payload may have
   * @return the verification, ready for the bytes
   * @throws PayloadRefusedException with {@link ReasonCode#ALGORITHM_NOT_ALLOWED} if the anchor
   *     does not allow the algorithm, {@link ReasonCode#PAYLOAD_SIZE} if the size is negative or
   *     over the limit, {@link ReasonCode#SIGNATURE_INVALID} if the signature is not canonical
   *     base64 of the algorithm's one right encoding
   */
  public static PayloadVerification of(
      String name, CodeSignature declared, TrustAnchor anchor, long sizeLimit)
      throws PayloadRefusedException {
    if (!anchor.algorithms().contains(declared.signatureAlgorithm())) {
      throw new PayloadRefusedException(
          ReasonCode.ALGORITHM_NOT_ALLOWED,
          "the signatureAlgorithm of '%s' is not one of %s, which the trust anchor '%s' allows"
              .formatted(name, anchor.algorithms(), anchor.alias()));
    }
    long size = declared.rawPayloadSize();
    if (size < 0 || size > sizeLimit) {
      throw new PayloadRefusedException(
          ReasonCode.PAYLOAD_SIZE,
          "the rawPayloadSize of '%s' is %d, expected 0 to %d bytes"
              .formatted(name, size, sizeLimit));
    }
    return new PayloadVerification(name, size, read(name, declared, anchor), anchor.alias());
  }

  private static PayloadSignature read(String name, CodeSignature declared, TrustAnchor anchor)
      throws PayloadRefusedException {
    try {
      byte[] encoded = StrictBase64.decode(declared.signature(), MAX_SIGNATURE_TEXT);
      return anchor.key().read(declared.signatureAlgorithm(), encoded);
    } catch (MalformedSignatureException e) {
      throw new PayloadRefusedException(
          ReasonCode.SIGNATURE_INVALID,
          "the signature of '%s' is malformed: %s".formatted(name, e.getMessage()));
    }
  }

  /**
   * What the payload is called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * How large the payload has to be.
   *
   * @return bytes, zero or more
   */
  public long size() {
    return size;
  }

  /**
   * Begins to take the payload's bytes.
   *
   * @param stored where they go
   * @return takes the bytes
   * @throws IOException if nothing can be written there
   */
  public VerifyingSink into(StoredPayload stored) throws IOException {
    return new VerifyingSink(this, stored);
  }

  PayloadSignature signature() {
    return signature;
  }

  String anchor() {
    return anchor;
  }

  @Override
  public String toString() {
    return "PayloadVerification[%s, %d bytes, %s]".formatted(name, size, anchor);
  }
}
