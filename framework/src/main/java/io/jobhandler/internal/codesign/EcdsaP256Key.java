package io.jobhandler.internal.codesign;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * A key on the curve P-256 (FIPS 186-5, SP 800-186). The JDK's own verification is not used: up to
 * JDK 17 it accepts a wrong signature of Project Wycheproof's and refuses two right ones.
 */
final class EcdsaP256Key implements VerificationKey {
  private static final String ALGORITHM = "SHA256withECDSA";

  /** A sequence of two integers of at most 33 bytes each, all lengths in one byte. */
  private static final int MAX_ENCODED = 2 + 2 * (2 + 33);

  private final ECPublicKeyParameters key;

  EcdsaP256Key(ECPublicKeyParameters key) {
    this.key = key;
  }

  @Override
  public Set<String> algorithms() {
    return Set.of(ALGORITHM);
  }

  @Override
  public PayloadSignature read(String algorithm, byte[] encoded)
      throws MalformedSignatureException {
    if (!algorithm.equals(ALGORITHM)) {
      throw new IllegalArgumentException("the algorithm is not " + ALGORITHM);
    }
    BigInteger[] rs = decode(encoded);
    if (rs[0].signum() < 1 || rs[1].signum() < 1) {
      throw malformed();
    }
    return new Signature(key, rs[0], rs[1]);
  }

  /** Refuses what it would not itself have encoded in the same bytes, and values of n and above. */
  private BigInteger[] decode(byte[] encoded) throws MalformedSignatureException {
    if (encoded.length > MAX_ENCODED) {
      throw malformed();
    }
    try {
      return StandardDSAEncoding.INSTANCE.decode(key.getParameters().getN(), encoded);
    } catch (IOException | RuntimeException e) {
      throw malformed(); // the library throws many kinds, and all mean the same
    }
  }

  private static MalformedSignatureException malformed() {
    return new MalformedSignatureException(
        "it is not the DER of an ECDSA-Sig-Value (RFC 3279, section 2.2.3) with r and s from 1 to n-1");
  }

  private record Signature(ECPublicKeyParameters key, BigInteger r, BigInteger s)
      implements PayloadSignature {
    @Override
    public boolean isOf(byte[] sha256) {
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(false, key);
      return verifier.verifySignature(sha256, r, s);
    }
  }
}
