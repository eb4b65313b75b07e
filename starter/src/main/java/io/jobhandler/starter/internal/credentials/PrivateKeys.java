package io.jobhandler.starter.internal.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/** Reads private keys in the forms that the connection takes, and compares them. */
public final class PrivateKeys {
  private static final byte[] PROBE = "jobhandler".getBytes(UTF_8);

  private PrivateKeys() {}

  /**
   * Reads a private key.
   *
   * @param file a PEM file with an unencrypted RSA or EC key, in PKCS#8, PKCS#1 or SEC 1 form
   * @return the key
   * @throws InvalidValueException if there is none that can be used
   */
  public static PrivateKey read(Path file) throws InvalidValueException {
    byte[] pkcs8 = PrivateKeyForms.readPkcs8(PemFile.read(file));
    return parse("EC", pkcs8)
        .or(() -> parse("RSA", pkcs8))
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "the key in '%s' is neither RSA nor EC of a curve that is known, or is damaged"
                        .formatted(file)));
  }

  private static Optional<PrivateKey> parse(String algorithm, byte[] pkcs8) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (InvalidKeySpecException e) {
      return Optional.empty(); // not logged: it may hold parts of the key
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime knows no " + algorithm + " keys", e);
    }
  }

  /**
   * Whether two keys are a pair: what the private one signs, the public one verifies.
   *
   * @param publicKey a certificate's key
   * @param privateKey an RSA or EC key
   * @return true if they are
   */
  public static boolean match(PublicKey publicKey, PrivateKey privateKey) {
    if (!publicKey.getAlgorithm().equals(privateKey.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(signatureAlgorithm(privateKey));
      signature.initSign(privateKey);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // keys of different sizes or curves fail in one way or another
    }
  }

  private static String signatureAlgorithm(PrivateKey key) {
    return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
  }
}
