package io.jobhandler.localjobs.internal.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the key and certificate that sign artifacts lie in the state folder. */
public record CodeSigningFiles(Path directory) {

  public Path certificate() {
    return directory.resolve("codesign.pem.crt");
  }

  public Path privateKey() {
    return directory.resolve("codesign.private.key");
  }

  /**
   * Creates the files at the first start and leaves them as they are at every later one.
   *
   * @throws IllegalStateException if the key is missing
   * @throws UncheckedIOException if they cannot be written
   */
  public void ensureExist() {
    // The certificate is written last, so without it the key is a leftover of a start that was cut
    // short.
    if (!Files.exists(certificate())) {
      try {
        Files.createDirectories(directory);
        CertificateWriter.writeCodeSigner(this);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write certificates to " + directory, e);
      }
    }
    if (!Files.isReadable(privateKey())) {
      throw new IllegalStateException(
          privateKey() + " is missing or not readable; delete " + certificate() + " to begin anew");
    }
  }
}
