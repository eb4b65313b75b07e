package io.jobhandler.starter.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import io.jobhandler.starter.testkit.PemFiles;
import io.jobhandler.starter.testkit.TestAuthority;
import io.jobhandler.starter.testkit.TestKeys;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  @TempDir Path folder;

  @Test
  void readsAllInTheirOrder() throws Exception {
    X509Certificate first = new TestAuthority("first").certificate();
    X509Certificate second = new TestAuthority("second").certificate();
    assertThat(Certificates.readAll(PemFiles.write(file(), first, second)))
        .containsExactly(first, second);
  }

  @Test
  void refusesAFileWithoutCertificates() throws Exception {
    PemFiles.write(file(), TestKeys.ec().getPrivate());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Certificates.readAll(file()))
        .withMessage("the file '%s' holds [PRIVATE KEY] and no CERTIFICATE", file());
  }

  @Test
  void refusesADamagedCertificate() throws Exception {
    PemFiles.write(file(), "CERTIFICATE", new byte[] {0x30, 0x03, 1, 2, 3});
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Certificates.readAll(file()))
        .withMessage("the file '%s' holds a damaged certificate", file());
  }

  private Path file() {
    return folder.resolve("crt.pem");
  }
}
