package io.jobhandler.starter.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import io.jobhandler.starter.testkit.PemFiles;
import io.jobhandler.starter.testkit.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateKeysTest {
  @TempDir Path folder;

  @Test
  void readsPkcs8() throws Exception {
    KeyPair ec = TestKeys.ec();
    KeyPair rsa = TestKeys.rsa();
    assertThat(PrivateKeys.read(PemFiles.write(file(), ec.getPrivate())))
        .isEqualTo(ec.getPrivate());
    assertThat(PrivateKeys.read(PemFiles.write(file(), rsa.getPrivate())))
        .isEqualTo(rsa.getPrivate());
  }

  @Test
  void readsPkcs1() throws Exception {
    KeyPair rsa = TestKeys.rsa();
    Path file = PemFiles.write(file(), "RSA PRIVATE KEY", TestKeys.bare(rsa.getPrivate()));
    assertThat(PrivateKeys.read(file)).isEqualTo(rsa.getPrivate());
  }

  @Test
  void readsSec1AfterItsParameters() throws Exception {
    KeyPair ec = TestKeys.ec();
    String key = PemFiles.block("EC PRIVATE KEY", TestKeys.sec1(ec.getPrivate()));
    byte[] curve = {0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x03, 0x01, 0x07};
    Files.writeString(file(), "a comment\n" + PemFiles.block("EC PARAMETERS", curve) + key);
    assertThat(PrivateKeys.match(ec.getPublic(), PrivateKeys.read(file()))).isTrue();
  }

  @Test
  void refusesAnEcKeyWithoutItsCurve() throws Exception {
    PemFiles.write(file(), "EC PRIVATE KEY", TestKeys.bare(TestKeys.ec().getPrivate()));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKeys.read(file()))
        .withMessage("the EC key in '%s' does not name its curve", file())
        .satisfies(e -> assertThat(e.remedy()).contains("openssl pkcs8 -topk8 -nocrypt"));
  }

  @Test
  void refusesEncryptedKeys() throws Exception {
    PemFiles.write(file(), "ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3});
    assertThatRefused("the key in '%s' is encrypted");
    Files.writeString(
        file(),
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

        AAECAwQF
        -----END RSA PRIVATE KEY-----
        """);
    assertThatRefused("the key in '%s' is encrypted");
  }

  @Test
  void refusesOtherAlgorithms() throws Exception {
    PemFiles.write(file(), KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
    assertThatRefused(
        "the key in '%s' is neither RSA nor EC of a curve that is known, or is damaged");
    PemFiles.write(file(), "DSA PRIVATE KEY", new byte[] {1, 2, 3});
    assertThatRefused("the file '%s' holds a DSA PRIVATE KEY, which is not taken");
  }

  @Test
  void refusesWhatIsNoKey() throws Exception {
    assertThatRefused("the file '%s' does not exist");
    Files.writeString(file(), "no PEM");
    assertThatRefused("the file '%s' holds no PEM block");
    PemFiles.write(file(), "PUBLIC KEY", TestKeys.ec().getPublic().getEncoded());
    assertThatRefused("the file '%s' holds [PUBLIC KEY] and no private key");
    Files.writeString(file(), "-----BEGIN PRIVATE KEY-----\nAB!D\n-----END PRIVATE KEY-----\n");
    assertThatRefused("the PRIVATE KEY in '%s' is damaged: it is no base64");
    Files.delete(file());
    Files.createDirectory(file());
    assertThatRefused("'%s' is no file of up to 1 MiB");
  }

  @Test
  void refusesDamagedKeysWithoutShowingThem() throws Exception {
    byte[] key = TestKeys.sec1(TestKeys.ec().getPrivate());
    for (int length = 0; length < key.length; length++) {
      PemFiles.write(file(), "EC PRIVATE KEY", Arrays.copyOf(key, length));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> PrivateKeys.read(file()))
          .withNoCause();
    }
  }

  @Test
  void tellsWhetherKeysAreAPair() throws Exception {
    KeyPair ec = TestKeys.ec();
    KeyPair rsa = TestKeys.rsa();
    assertThat(PrivateKeys.match(ec.getPublic(), ec.getPrivate())).isTrue();
    assertThat(PrivateKeys.match(rsa.getPublic(), rsa.getPrivate())).isTrue();
    assertThat(PrivateKeys.match(ec.getPublic(), TestKeys.ec().getPrivate())).isFalse();
    assertThat(PrivateKeys.match(rsa.getPublic(), TestKeys.rsa().getPrivate())).isFalse();
    assertThat(PrivateKeys.match(rsa.getPublic(), ec.getPrivate())).isFalse();
  }

  private Path file() {
    return folder.resolve("key.pem");
  }

  private void assertThatRefused(String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PrivateKeys.read(file()))
        .withMessage(message, file());
  }
}
