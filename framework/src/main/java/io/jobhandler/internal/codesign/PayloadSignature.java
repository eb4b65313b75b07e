package io.jobhandler.internal.codesign;

/** A well-formed signature beside the key that it is to be verified with. Immutable. */
public interface PayloadSignature {

  /**
   * Whether the owner of the key signed the payload.
   *
   * @param sha256 the payload's SHA-256 digest, 32 bytes
   * @return true only if the signature is right
   */
  boolean isOf(byte[] sha256);
}
