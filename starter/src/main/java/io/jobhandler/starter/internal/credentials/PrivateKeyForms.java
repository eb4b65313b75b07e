package io.jobhandler.starter.internal.credentials;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Brings the forms of a private key into that of PKCS#8 (RFC 5208): itself, PKCS#1 (RFC 8017) as
 * AWS IoT hands keys out, and SEC 1 (RFC 5915) as OpenSSL writes EC keys.
 */
final class PrivateKeyForms {
  private static final String CONVERT =
      "write it anew: openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem";

  private PrivateKeyForms() {}

  static PrivateKeyInfo read(PemFile pem) throws InvalidValueException {
    Path file = pem.file();
    List<PemObject> keys =
        pem.blocks().stream().filter(block -> block.getType().endsWith("PRIVATE KEY")).toList();
    if (keys.isEmpty()) {
      throw new InvalidValueException(
          "the file '%s' holds %s and no private key".formatted(file, pem.kinds()));
    }
    PemObject key = keys.get(0);
    if (isEncrypted(key)) {
      throw new InvalidValueException("the key in '%s' is encrypted".formatted(file), CONVERT);
    }
    try {
      return toPkcs8(file, key);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidValueException("the key in '%s' is damaged".formatted(file));
    }
  }

  private static boolean isEncrypted(PemObject key) {
    boolean encrypted = key.getType().startsWith("ENCRYPTED");
    for (Object header : key.getHeaders()) {
      encrypted |= ((PemHeader) header).getValue().contains("ENCRYPTED"); // RFC 1421, 4.6.1.1
    }
    return encrypted;
  }

  private static PrivateKeyInfo toPkcs8(Path file, PemObject key)
      throws InvalidValueException, IOException {
    byte[] der = key.getContent();
    return switch (key.getType()) {
      case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(der);
      case "RSA PRIVATE KEY" -> fromPkcs1(der);
      case "EC PRIVATE KEY" -> fromSec1(file, der);
      default ->
          throw new InvalidValueException(
              "the file '%s' holds a %s, which is not taken".formatted(file, key.getType()),
              CONVERT);
    };
  }

  private static PrivateKeyInfo fromPkcs1(byte[] der) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        RSAPrivateKey.getInstance(der));
  }

  /** Without the curve a key is refused by the connection, seconds later and without a reason. */
  private static PrivateKeyInfo fromSec1(Path file, byte[] der)
      throws InvalidValueException, IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(der);
    ASN1Encodable curve = key.getParametersObject();
    if (curve == null) {
      throw new InvalidValueException(
          "the EC key in '%s' does not name its curve".formatted(file), CONVERT);
    }
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
  }
}
