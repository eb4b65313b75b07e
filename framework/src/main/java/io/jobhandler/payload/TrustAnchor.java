package io.jobhandler.payload;

import io.jobhandler.internal.codesign.PemKeys;
import io.jobhandler.internal.codesign.VerificationKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * A public key that the device's owner trusts to sign payloads. It alone decides which algorithms
 * are allowed: an EC key on the curve P-256 allows {@code SHA256withECDSA}, which is what AWS
 * Signer makes for the platform {@code AWSIoTDeviceManagement-SHA256-ECDSA}. Immutable.
 *
 * <p>It is made from PEM (RFC 7468): one {@code PUBLIC KEY}, or one {@code CERTIFICATE}, of which
 * the key counts and not who issued it. A certificate that has expired is used with a warning,
 * since a device that has been in a drawer must still take its update; one whose key usage lacks
 * digitalSignature is refused.
 */
public final class TrustAnchor {
  private static final int MAX_FILE = 64 * 1024;

  private final String alias;
  private final VerificationKey key;

  private TrustAnchor(String alias, VerificationKey key) {
    this.alias = alias;
    this.key = key;
  }

  /**
   * Reads an anchor.
   *
   * @param alias what handlers call it, not blank
   * @param pem one certificate or one public key
   * @return the anchor
   * @throws IllegalArgumentException if the alias is blank, or the text holds something else or
   *     another kind of key
   */
  public static TrustAnchor ofPem(String alias, String pem) {
    return read(alias, "trust anchor '%s'".formatted(alias), pem);
  }

  /**
   * Reads an anchor from a file.
   *
   * @param alias what handlers call it, not blank
   * @param pem a file with one certificate or one public key, of at most 64 KiB
   * @return the anchor
   * @throws IllegalArgumentException if the alias is blank, or the file is too large or holds
   *     something else or another kind of key
   * @throws UncheckedIOException if the file cannot be read
   */
  public static TrustAnchor ofPemFile(String alias, Path pem) {
    String owner = "trust anchor '%s' (%s)".formatted(alias, pem);
    try (InputStream in = Files.newInputStream(pem)) {
      byte[] content = in.readNBytes(MAX_FILE + 1);
      if (content.length > MAX_FILE) {
        throw new IllegalArgumentException(
            owner + " has more than 64 KiB, expected one CERTIFICATE or one PUBLIC KEY");
      }
      return read(alias, owner, new String(content, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " cannot be read: " + e, e);
    }
  }

  private static TrustAnchor read(String alias, String owner, String pem) {
    if (alias.isBlank()) {
      throw new IllegalArgumentException("a trust anchor has a blank alias, expected a name");
    }
    try {
      return new TrustAnchor(alias, PemKeys.read(pem, owner, Instant.now()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(owner + " " + e.getMessage(), e);
    }
  }

  /**
   * What handlers call it.
   *
   * @return the alias, not blank
   */
  public String alias() {
    return alias;
  }

  /**
   * What payloads may be signed with.
   *
   * @return JCA names of signature algorithms, at least one
   */
  public Set<String> algorithms() {
    return key.algorithms();
  }

  VerificationKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "TrustAnchor[%s, %s]".formatted(alias, algorithms());
  }
}
