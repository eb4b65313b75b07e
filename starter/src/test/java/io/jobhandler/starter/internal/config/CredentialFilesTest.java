package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.starter.settings.InvalidConfigurationException;
import io.jobhandler.starter.testkit.DeviceFiles;
import io.jobhandler.starter.testkit.PemFiles;
import io.jobhandler.starter.testkit.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of the credentials must be. */
class CredentialFilesTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private DeviceFiles device;

  @BeforeEach
  void makeDevice() throws Exception {
    device = DeviceFiles.create(folder);
  }

  @Test
  void theKeyMustBeThatOfTheCertificate() throws Exception {
    Path other = PemFiles.write(folder.resolve("other.key"), TestKeys.ec().getPrivate());
    assertThat(Readings.faults(device.with("private-key-file", other)))
        .singleElement()
        .asString()
        .startsWith("jobhandler.private-key-file (")
        .contains("the key in '%s' is not that of the certificate in".formatted(other))
        .contains("name the certificate and the key that were made together");
  }

  @Test
  void theKeyMustNameItsCurve() throws Exception {
    byte[] bare = TestKeys.bare(TestKeys.ec().getPrivate());
    PemFiles.write(folder.resolve("device.private.key"), "EC PRIVATE KEY", bare);
    assertThat(Readings.faults(device))
        .singleElement()
        .asString()
        .contains("does not name its curve; write it anew: openssl pkcs8 -topk8");
  }

  @Test
  void theCertificateMustNotHaveExpired() throws Exception {
    Instant later = Instant.now().plus(DAY.multipliedBy(400));
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(() -> read(later))
        .withMessageContaining("jobhandler.certificate-file (")
        .withMessageContaining("expired at 20")
        .withMessageContaining("this device's clock says " + later);
  }

  @Test
  void aCertificateThatIsNotYetValidMayBeTheClocks() throws Exception {
    assertThat(read(Instant.EPOCH).warnings())
        .singleElement()
        .asString()
        .contains("is valid from 20")
        .endsWith("this device's clock says 1970-01-01T00:00:00Z");
  }

  @Test
  void warnsAMonthBeforeTheCertificateExpires() throws Exception {
    assertThat(read(Instant.now().plus(DAY.multipliedBy(340))).warnings())
        .singleElement()
        .asString()
        .startsWith("The device's certificate expires at 20");
  }

  @Test
  void warnsOfAKeyThatEveryoneCanRead() throws Exception {
    Files.setPosixFilePermissions(
        folder.resolve("device.private.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Readings.read(device).warnings())
        .containsExactly(
            "Every user can read the private key in '%s'; chmod 600 it"
                .formatted(folder.resolve("device.private.key")));
  }

  @Test
  void certificatesAndKeysMustNotBeConfused() throws Exception {
    device
        .with("certificate-file", folder.resolve("device.private.key"))
        .with("private-key-file", folder.resolve("device.pem.crt"));
    List<String> faults = Readings.faults(device);
    assertThat(faults).hasSize(2);
    assertThat(faults.get(0)).contains("holds [PRIVATE KEY] and no CERTIFICATE");
    assertThat(faults.get(1)).contains("holds [CERTIFICATE] and no private key");
  }

  @Test
  void nothingOfThemIsShown() throws Exception {
    Configuration configuration = Readings.read(device);
    String key = Files.readAllLines(folder.resolve("device.private.key")).get(1);
    assertThat(configuration.toString()).contains("pump-17").doesNotContain(key.substring(0, 20));
  }

  private Configuration read(Instant now) throws Exception {
    return Readings.reader(folder, Map.of(), Clock.fixed(now, ZoneOffset.UTC))
        .read(device.write().toString());
  }
}
