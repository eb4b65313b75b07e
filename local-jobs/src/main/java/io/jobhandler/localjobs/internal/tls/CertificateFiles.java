package io.jobhandler.localjobs.internal.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the certificates and keys lie in the state folder. */
public record CertificateFiles(Path directory) {

  public Path caCertificate() {
    return directory.resolve("ca.pem");
  }

  Path caPrivateKey() {
    return directory.resolve("ca.private.key");
  }

  public Path serverCertificate() {
    return directory.resolve("server.pem.crt");
  }

  public Path serverPrivateKey() {
    return directory.resolve("server.private.key");
  }

  public Path deviceCertificate() {
    return directory.resolve("device.pem.crt");
  }

  public Path devicePrivateKey() {
    return directory.resolve("device.private.key");
  }

  /**
   * Creates the files at the first start and leaves them as they are at every later one.
   *
   * @throws IllegalStateException if some of them are missing
   * @throws UncheckedIOException if they cannot be written
   */
  public void ensureExist() {
    // The CA certificate is written last, so without it the others are leftovers of a start that
    // was cut short.
    if (!Files.exists(caCertificate())) {
      try {
        Files.createDirectories(directory);
        new CertificateWriter(this).writeAll();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write certificates to " + directory, e);
      }
    }
    for (Path file :
        List.of(serverCertificate(), serverPrivateKey(), deviceCertificate(), devicePrivateKey())) {
      if (!Files.isReadable(file)) {
        throw new IllegalStateException(
            file + " is missing or not readable; delete " + caCertificate() + " to begin anew");
      }
    }
  }
}
