package io.jobhandler.localjobs.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Signs files with the key in a PEM file. Thread-safe. */
public final class CodeSigningKey {
  /** The JCA's name, which is also AWS Signer's. */
  public static final String ALGORITHM = "SHA256withECDSA";

  private static final int CHUNK = 64 * 1024;

  private final PrivateKey key;

  private CodeSigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads a key.
   *
   * @throws IllegalStateException if the file holds no EC key in PKCS#8
   */
  public static CodeSigningKey read(Path file) {
    try (Reader text = Files.newBufferedReader(file);
        PemReader reader = new PemReader(text)) {
      PemObject pem = reader.readPemObject();
      if (pem == null) {
        throw new IOException("there is no PEM in it");
      }
      KeyFactory factory = KeyFactory.getInstance("EC");
      return new CodeSigningKey(factory.generatePrivate(new PKCS8EncodedKeySpec(pem.getContent())));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(file + " must be a P-256 key in PKCS#8 PEM", e);
    }
  }

  /** The signature of a file's bytes, as DER. */
  public byte[] sign(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        signature.update(chunk, 0, read);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime cannot sign with " + ALGORITHM, e);
    }
  }
}
