package io.jobhandler.starter.testkit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Writes PEM files. */
public final class PemFiles {
  private PemFiles() {}

  public static Path write(Path file, X509Certificate... certificates)
      throws IOException, CertificateEncodingException {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append(block("CERTIFICATE", certificate.getEncoded()));
    }
    return Files.writeString(file, text);
  }

  /** Writes a key as PKCS#8, for its owner only. */
  public static Path write(Path file, PrivateKey key) throws IOException {
    return write(file, "PRIVATE KEY", key.getEncoded());
  }

  public static Path write(Path file, String type, byte[] der) throws IOException {
    Files.writeString(file, block(type, der));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  public static String block(String type, byte[] der) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, der));
    }
    return text.toString();
  }
}
