package io.jobhandler.internal.codesign;

import java.util.Set;

/**
 * A public key and the algorithms that it may be used with. Which those are follows from the key
 * alone, never from what a document says. Immutable.
 */
public interface VerificationKey {

  /**
   * What it may be used with.
   *
   * @return JCA names, at least one
   */
  Set<String> algorithms();

  /**
   * Reads a signature, strictly: the one right encoding and nothing else.
   *
   * @param algorithm one of {@link #algorithms()}
   * @param encoded the signature as the algorithm encodes it
   * @return the signature, ready to be compared with a digest
   * @throws MalformedSignatureException if no payload at all can have this signature
   */
  PayloadSignature read(String algorithm, byte[] encoded) throws MalformedSignatureException;
}
