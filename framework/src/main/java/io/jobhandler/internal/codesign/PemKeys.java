package io.jobhandler.internal.codesign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads keys from PEM (RFC 7468): one certificate, or one public key. */
public final class PemKeys {
  private static final Logger LOG = LoggerFactory.getLogger(PemKeys.class);
  private static final int DIGITAL_SIGNATURE = 0;

  private PemKeys() {}

  /**
   * Reads a key.
   *
   * @param pem one PEM block {@code CERTIFICATE} or {@code PUBLIC KEY}
   * @param owner what the key is called in the log
   * @param now the time, to warn of certificates that have expired
   * @return the key
   * @throws IllegalArgumentException if it is something else; the message says what, as the rest of
   *     a sentence that begins with the owner
   */
  public static VerificationKey read(String pem, String owner, Instant now) {
    PemObject block = onlyBlock(pem);
    return switch (block.getType()) {
      case "CERTIFICATE" -> keyOf(certificate(block.getContent(), owner, now));
      case "PUBLIC KEY" -> keyOf(block.getContent());
      default ->
          throw new IllegalArgumentException(
              "is a PEM block '%s', expected CERTIFICATE or PUBLIC KEY".formatted(block.getType()));
    };
  }

  private static PemObject onlyBlock(String pem) {
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      PemObject first = reader.readPemObject();
      if (first == null || reader.readPemObject() != null) {
        throw new IllegalArgumentException(
            "is not one PEM block, expected one CERTIFICATE, without its chain, or one PUBLIC KEY");
      }
      return first;
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException(
          "is damaged PEM, expected one CERTIFICATE or one PUBLIC KEY", e);
    }
  }

  private static byte[] certificate(byte[] der, String owner, Instant now) {
    X509Certificate certificate = parse(der);
    boolean @Nullable [] usage = certificate.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE]) {
      throw new IllegalArgumentException(
          "is a certificate whose key usage lacks digitalSignature, so it signs no payloads");
    }
    Instant end = certificate.getNotAfter().toInstant();
    if (end.isBefore(now)) {
      LOG.warn("The certificate of {} expired at {} and is used all the same", owner, end);
    }
    return certificate.getPublicKey().getEncoded();
  }

  private static X509Certificate parse(byte[] der) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("is a damaged certificate", e);
    }
  }

  private static VerificationKey keyOf(byte[] encoded) {
    SubjectPublicKeyInfo info = undamaged(() -> SubjectPublicKeyInfo.getInstance(encoded));
    if (!isP256(info)) {
      throw new IllegalArgumentException(
          "holds %s, expected an EC key on the curve P-256".formatted(kind(info.getAlgorithm())));
    }
    return new EcdsaP256Key(
        undamaged(() -> (ECPublicKeyParameters) PublicKeyFactory.createKey(info)));
  }

  private static <T> T undamaged(Callable<T> parsing) {
    try {
      return parsing.call();
    } catch (Exception e) {
      throw new IllegalArgumentException("holds a damaged public key", e);
    }
  }

  private static boolean isP256(SubjectPublicKeyInfo info) {
    return info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        && X9ObjectIdentifiers.prime256v1.equals(info.getAlgorithm().getParameters());
  }

  private static String kind(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return "an RSA key";
    }
    return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
        ? "an EC key on another curve"
        : "a key of the algorithm " + algorithm.getAlgorithm();
  }
}
