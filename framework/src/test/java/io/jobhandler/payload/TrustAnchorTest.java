package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.codesign.PemKeys;
import io.jobhandler.internal.fixture.SigningKey;
import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorTest {
  private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
  private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));
  private static final byte[] PAYLOAD = {1, 2, 3};
  private static final SigningKey KEY = SigningKey.p256();

  @TempDir Path folder;

  private static void assertTrusts(TrustAnchor anchor) throws Exception {
    assertThat(Verifying.verify(anchor, KEY.sign(PAYLOAD), PAYLOAD).anchor()).isEqualTo("vendor");
  }

  private static void assertUnfit(String pem, String message) {
    assertThatThrownBy(() -> TrustAnchor.ofPem("vendor", pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("trust anchor 'vendor' ")
        .hasMessageContaining(message);
  }

  @Test
  void isMadeOfAPublicKey() throws Exception {
    TrustAnchor anchor = TrustAnchor.ofPem("vendor", KEY.publicPem());

    assertThat(anchor.alias()).isEqualTo("vendor");
    assertThat(anchor.algorithms()).containsExactly("SHA256withECDSA");
    assertThat(anchor).hasToString("TrustAnchor[vendor, [SHA256withECDSA]]");
    assertTrusts(anchor);
  }

  @Test
  void isMadeOfACertificateThatMaySign() throws Exception {
    assertTrusts(
        TrustAnchor.ofPem("vendor", KEY.certificatePem(KeyUsage.digitalSignature, tomorrow)));
    assertTrusts(
        TrustAnchor.ofPem(
            "vendor",
            KEY.certificatePem(KeyUsage.digitalSignature | KeyUsage.keyCertSign, tomorrow)));
    assertTrusts(TrustAnchor.ofPem("vendor", KEY.certificatePem(null, tomorrow)));
  }

  @Test
  void isNotMadeOfACertificateThatMayNotSign() {
    assertUnfit(
        KEY.certificatePem(KeyUsage.keyCertSign | KeyUsage.cRLSign, tomorrow),
        "is a certificate whose key usage lacks digitalSignature");
  }

  @Test
  void warnsOfACertificateThatExpiredAndUsesIt() throws Exception {
    try (LogCapture log = LogCapture.of(PemKeys.class)) {
      assertTrusts(TrustAnchor.ofPem("vendor", KEY.certificatePem(null, yesterday)));

      assertThat(log.text())
          .contains("WARN")
          .contains("The certificate of trust anchor 'vendor' expired at ");
    }
  }

  @Test
  void saysNothingOfACertificateThatIsValid() {
    try (LogCapture log = LogCapture.of(PemKeys.class)) {
      TrustAnchor.ofPem("vendor", KEY.certificatePem(null, tomorrow));

      assertThat(log.text()).isEmpty();
    }
  }

  @Test
  void isMadeOfAFile() throws Exception {
    Path file = folder.resolve("vendor.pem");
    String text = "The key of the vendor\n" + KEY.publicPem();
    Files.writeString(file, text + " ".repeat(64 * 1024 - text.length()));

    assertTrusts(TrustAnchor.ofPemFile("vendor", file));
  }

  @Test
  void namesTheFileThatIsUnfit() throws IOException {
    Path file = folder.resolve("vendor.der");
    Files.write(file, KEY.keys().getPublic().getEncoded());

    assertThatThrownBy(() -> TrustAnchor.ofPemFile("vendor", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trust anchor 'vendor' (%s) is not one PEM block, expected one CERTIFICATE, without its chain, or one PUBLIC KEY"
                .formatted(file));
  }

  @Test
  void namesTheFileThatIsTooLarge() throws IOException {
    Path file = folder.resolve("vendor.pem");
    Files.writeString(file, KEY.publicPem() + " ".repeat(64 * 1024));

    assertThatThrownBy(() -> TrustAnchor.ofPemFile("vendor", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 64 KiB");
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    Path file = folder.resolve("missing.pem");

    assertThatThrownBy(() -> TrustAnchor.ofPemFile("vendor", file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("trust anchor 'vendor' (%s) cannot be read: ".formatted(file));
  }

  @Test
  void hasAnAlias() {
    assertThatThrownBy(() -> TrustAnchor.ofPem(" ", KEY.publicPem()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank alias");
  }

  @Test
  void takesNoOtherKindOfKey() {
    assertUnfit(
        SigningKey.rsa().publicPem(), "holds an RSA key, expected an EC key on the curve P-256");
    assertUnfit(SigningKey.rsa().certificatePem(null, tomorrow), "holds an RSA key");
    assertUnfit(
        SigningKey.onCurve("secp384r1").publicPem(), "holds an EC key on another curve, expected");
    assertUnfit(
        SigningKey.pem("PUBLIC KEY", Verifying.hex("302a300506032b6570032100" + "00".repeat(32))),
        "holds a key of the algorithm 1.3.101.112, expected");
  }

  @Test
  void takesNoPrivateKey() {
    String pem = KEY.privatePem();

    assertThatThrownBy(() -> TrustAnchor.ofPem("vendor", pem))
        .hasMessageContaining("is a PEM block 'PRIVATE KEY', expected CERTIFICATE or PUBLIC KEY")
        .hasMessageNotContaining(pem.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void takesExactlyOneBlock() {
    assertUnfit("", "is not one PEM block");
    assertUnfit("vendor", "is not one PEM block");
    assertUnfit(KEY.publicPem() + KEY.publicPem(), "is not one PEM block");
  }

  @Test
  void takesNothingDamaged() {
    String pem = KEY.publicPem();
    byte[] point = KEY.keys().getPublic().getEncoded();
    point[point.length - 1] ^= 1;

    assertUnfit(pem.substring(0, 100), "is damaged PEM");
    assertUnfit(pem.replace("M", "!"), "is damaged PEM");
    assertUnfit(SigningKey.pem("PUBLIC KEY", new byte[] {1, 2}), "holds a damaged public key");
    assertUnfit(SigningKey.pem("PUBLIC KEY", point), "holds a damaged public key");
    assertUnfit(SigningKey.pem("CERTIFICATE", new byte[] {1, 2}), "is a damaged certificate");
  }
}
