package io.jobhandler.starter.internal.credentials;

import io.jobhandler.starter.internal.credentials.PemFile.Block;
import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Brings the forms of a private key into that of PKCS#8 (RFC 5208): itself, PKCS#1 (RFC 8017) as
 * AWS IoT hands keys out, and SEC 1 (RFC 5915) as OpenSSL writes EC keys.
 */
final class PrivateKeyForms {
  private static final String CONVERT =
      "write it anew: openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem";
  private static final byte[] VERSION_0 = Der.element(Der.INTEGER, new byte[] {0});

  /** The algorithm identifier of RSA: 1.2.840.113549.1.1.1, with NULL. */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /** The object identifier 1.2.840.10045.2.1, which the curve follows. */
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private PrivateKeyForms() {}

  static byte[] readPkcs8(PemFile pem) throws InvalidValueException {
    Path file = pem.file();
    Block key =
        pem.blocks().stream()
            .filter(block -> block.kind().endsWith("PRIVATE KEY"))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "the file '%s' holds %s and no private key".formatted(file, pem.kinds())));
    if (key.kind().startsWith("ENCRYPTED") || key.headers().contains("ENCRYPTED")) {
      throw new InvalidValueException("the key in '%s' is encrypted".formatted(file), CONVERT);
    }
    return switch (key.kind()) {
      case "PRIVATE KEY" -> key.der();
      case "RSA PRIVATE KEY" -> pkcs8(RSA, key.der());
      case "EC PRIVATE KEY" -> fromSec1(file, key.der());
      default ->
          throw new InvalidValueException(
              "the file '%s' holds a %s, which is not taken".formatted(file, key.kind()), CONVERT);
    };
  }

  /** Without the curve a key is refused by the connection, seconds later and without a reason. */
  private static byte[] fromSec1(Path file, byte[] der) throws InvalidValueException {
    byte[] curve =
        Der.find(Der.CONTEXT_0, der)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "the EC key in '%s' does not name its curve".formatted(file), CONVERT));
    return pkcs8(Der.element(Der.SEQUENCE, EC, curve), der);
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return Der.element(Der.SEQUENCE, VERSION_0, algorithm, Der.element(Der.OCTET_STRING, key));
  }
}
