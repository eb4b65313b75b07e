package io.jobhandler.localjobs.internal.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Makes the certificates of a state folder and writes them as PEM. */
final class CertificateWriter {
  private final CertificateFiles files;

  CertificateWriter(CertificateFiles files) {
    this.files = files;
  }

  void writeAll() throws IOException {
    try {
      CertificateAuthority ca = CertificateAuthority.create();
      KeyPair server = CertificateAuthority.newKeyPair();
      KeyPair device = CertificateAuthority.newKeyPair();
      writeKey(files.caPrivateKey(), ca.keyPair());
      writeKey(files.serverPrivateKey(), server);
      writeKey(files.devicePrivateKey(), device);
      writeCertificate(files.serverCertificate(), ca.issueServer(server.getPublic()));
      writeCertificate(files.deviceCertificate(), ca.issueDevice(device.getPublic()));
      writeCertificate(files.caCertificate(), ca.certificate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this Java runtime cannot issue P-256 certificates", e);
    }
  }

  static void writeCodeSigner(CodeSigningFiles files) throws IOException {
    try {
      KeyPair signer = CertificateAuthority.newKeyPair();
      writeKey(files.privateKey(), signer);
      writeCertificate(files.certificate(), CertificateAuthority.selfSignedCodeSigner(signer));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this Java runtime cannot issue P-256 certificates", e);
    }
  }

  private static void writeCertificate(Path file, byte[] der) throws IOException {
    Files.writeString(file, pem("CERTIFICATE", der));
  }

  /**
   * PKCS#8, because other forms lose the name of the curve; readable by the owner only from the
   * start.
   */
  private static void writeKey(Path file, KeyPair keys) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
  }

  private static String pem(String type, byte[] der) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, der));
    }
    return text.toString();
  }
}
