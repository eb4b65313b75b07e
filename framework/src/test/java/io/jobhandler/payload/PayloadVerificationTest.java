package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.fixture.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused without a byte of the payload. */
class PayloadVerificationTest {
  private static final SigningKey KEY = SigningKey.p256();
  private static final CodeSignature GOOD = KEY.sign(new byte[100]);

  private static PayloadVerification prepare(CodeSignature declared, long limit)
      throws PayloadRefusedException {
    return PayloadVerification.of("image", declared, KEY.anchor("vendor"), limit);
  }

  private static PayloadRefusedException refusal(CodeSignature declared, long limit) {
    return Verifying.refusal(() -> prepare(declared, limit));
  }

  private static CodeSignature sized(long size) {
    return new CodeSignature(size, GOOD.signature(), GOOD.signatureAlgorithm());
  }

  private static CodeSignature signed(String signature) {
    return new CodeSignature(100, signature, GOOD.signatureAlgorithm());
  }

  @Test
  void knowsWhatIsToCome() throws PayloadRefusedException {
    PayloadVerification verification = prepare(GOOD, 100);

    assertThat(verification.name()).isEqualTo("image");
    assertThat(verification.size()).isEqualTo(100);
    assertThat(verification).hasToString("PayloadVerification[image, 100 bytes, vendor]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SHA1withECDSA",
        "SHA256withRSA",
        "SHA384withECDSA",
        "SHA512withECDSA",
        "sha256withecdsa",
        "SHA256withECDSA ",
        "SHA256withECDSAinP1363Format",
        "NONEwithECDSA",
        "none",
      })
  void allowsTheAnchorsAlgorithmsOnly(String algorithm) {
    PayloadRefusedException refusal =
        refusal(new CodeSignature(100, GOOD.signature(), algorithm), 100);

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.ALGORITHM_NOT_ALLOWED);
    assertThat(refusal)
        .hasMessage(
            "the signatureAlgorithm of 'image' is not one of [SHA256withECDSA], which the trust anchor 'vendor' allows");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 101, Long.MAX_VALUE})
  void allowsSizesFromZeroToTheLimit(long size) {
    PayloadRefusedException refusal = refusal(sized(size), 100);

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.PAYLOAD_SIZE);
    assertThat(refusal)
        .hasMessage("the rawPayloadSize of 'image' is %d, expected 0 to 100 bytes".formatted(size));
  }

  @Test
  void allowsAnEmptyPayload() throws PayloadRefusedException {
    assertThat(prepare(sized(0), 0).size()).isZero();
  }

  @Test
  void repeatsNoSignature() {
    PayloadRefusedException refusal = refusal(signed("canary?X-Amz-Signature=canary"), 100);

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.SIGNATURE_INVALID);
    assertThat(refusal)
        .hasMessageStartingWith("the signature of 'image' is malformed: ")
        .hasMessageNotContaining("canary");
  }

  @Test
  void allowsNoEndlessSignature() {
    assertThat(refusal(signed("A".repeat(1 << 20)), 100).reasonCode())
        .isEqualTo(ReasonCode.SIGNATURE_INVALID);
    assertThat(refusal(signed("A".repeat(4096)), 100).reasonCode())
        .isEqualTo(ReasonCode.SIGNATURE_INVALID);
  }
}
