package io.jobhandler.starter.internal.credentials;

import io.jobhandler.starter.internal.credentials.PemFile.Block;
import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads the certificates of PEM files. */
public final class Certificates {
  private static final String CERTIFICATE = "CERTIFICATE";

  private Certificates() {}

  /**
   * Reads all certificates of a file.
   *
   * @param file a PEM file
   * @return at least one certificate
   * @throws InvalidValueException if there is none, or one is damaged
   */
  public static List<X509Certificate> readAll(Path file) throws InvalidValueException {
    PemFile pem = PemFile.read(file);
    List<X509Certificate> certificates = new ArrayList<>();
    for (Block block : pem.blocks()) {
      if (block.kind().equals(CERTIFICATE)) {
        certificates.add(parse(file, block));
      }
    }
    if (certificates.isEmpty()) {
      throw new InvalidValueException(
          "the file '%s' holds %s and no CERTIFICATE".formatted(file, pem.kinds()));
    }
    return certificates;
  }

  private static X509Certificate parse(Path file, Block block) throws InvalidValueException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException e) {
      throw new InvalidValueException("the file '%s' holds a damaged certificate".formatted(file));
    }
  }
}
