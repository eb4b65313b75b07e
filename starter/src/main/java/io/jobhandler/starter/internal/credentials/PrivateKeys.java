package io.jobhandler.starter.internal.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Reads private keys in the forms that the connection takes, and compares them. */
public final class PrivateKeys {
  private static final byte[] PROBE = "jobhandler".getBytes(UTF_8);
  private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS =
      Map.of(PKCSObjectIdentifiers.rsaEncryption, "RSA", X9ObjectIdentifiers.id_ecPublicKey, "EC");

  private PrivateKeys() {}

  /**
   * Reads a private key.
   *
   * @param file a PEM file with an unencrypted RSA or EC key, in PKCS#8, PKCS#1 or SEC 1 form
   * @return the key
   * @throws InvalidValueException if there is none that can be used
   */
  public static PrivateKey read(Path file) throws InvalidValueException {
    PrivateKeyInfo info = PrivateKeyForms.read(PemFile.read(file));
    String algorithm = ALGORITHMS.get(info.getPrivateKeyAlgorithm().getAlgorithm());
    if (algorithm == null) {
      throw new InvalidValueException("the key in '%s' is neither RSA nor EC".formatted(file));
    }
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      // Neither the message nor the cause: they may hold parts of the key.
      throw new InvalidValueException(
          "the %s key in '%s' is damaged, or of a curve that is not known"
              .formatted(algorithm, file));
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
