package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PresignedUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadChecksTest {
  private static final CodeSignature SIGNATURE = References.KEY.sign(new byte[100]);
  private static final PayloadReference GOOD = References.one(References.URL, SIGNATURE);

  private final PayloadChecks checks =
      new PayloadChecks(References.ANCHORS, UrlRules.strict(), 200);

  private PayloadRefusedException refusal(PayloadReference... references) {
    return catchThrowableOfType(
        PayloadRefusedException.class, () -> checks.prepare(List.of(references)));
  }

  private void assertRefused(String reasonCode, String message, PayloadReference... references) {
    PayloadRefusedException refusal = refusal(references);
    assertThat(refusal.reasonCode()).isEqualTo(reasonCode);
    assertThat(refusal).hasMessage(message).hasMessageNotContaining("canary");
  }

  private static PayloadReference anchored(String alias) {
    return new PayloadReference(
        References.parameter("image", alias, false), "", References.URL, SIGNATURE);
  }

  @Test
  void prepareWhatIsInOrder() throws Exception {
    PayloadReference second = References.oneOfSeveral("a", References.URL, new byte[50]);

    List<PreparedPayload> prepared = checks.prepare(List.of(GOOD, second));

    assertThat(prepared).extracting(PreparedPayload::reference).containsExactly(GOOD, second);
    assertThat(prepared)
        .extracting(payload -> payload.verification().name())
        .containsExactly("image", "images/a");
    assertThat(prepared)
        .extracting(payload -> payload.verification().size())
        .containsExactly(100L, 50L);
    assertThat(checks.prepare(List.of())).isEmpty();
  }

  @Test
  void findTheAnchorThatTheHandlerNames() throws Exception {
    assertThat(checks.prepare(List.of(anchored("vendor"))).get(0).verification().toString())
        .contains("vendor");
    assertThat(checks.prepare(List.of(anchored(""))).get(0).verification().toString())
        .contains("default");
  }

  @Test
  void refuseAPayloadWithoutASignature() {
    assertRefused(
        ReasonCode.SIGNATURE_MISSING,
        "the document has no signature for 'image', expected an AWS Signer object at /codesign",
        References.one(References.URL, null));
  }

  @Test
  void refuseAPayloadWithoutAnAnchor() {
    assertRefused(
        ReasonCode.TRUST_ANCHOR_MISSING,
        "the device has no trust anchor 'site', which is to verify 'image'; configure one",
        anchored("site"));
  }

  @Test
  void refuseAPayloadThatComesInPlainText() {
    PresignedUrl plain = PresignedUrl.of("http://bucket.example/image?" + ScriptedHttpServer.QUERY);

    assertRefused(
        ReasonCode.INVALID_DOCUMENT,
        "the URL of 'image' is not https, expected https://host/path",
        References.one(plain, SIGNATURE));
  }

  @Test
  void refuseWhatTheVerificationRefuses() {
    CodeSignature other = new CodeSignature(100, SIGNATURE.signature(), "SHA1withECDSA");

    assertThat(refusal(References.one(References.URL, other)).reasonCode())
        .isEqualTo(ReasonCode.ALGORITHM_NOT_ALLOWED);
  }

  @Test
  void refuseMoreBytesThanAreAllowedTogether() {
    assertThat(refusal(GOOD, GOOD)).isNull();
    assertRefused(
        ReasonCode.PAYLOAD_SIZE,
        "the rawPayloadSizes of the payloads are more than 200 bytes together",
        GOOD,
        GOOD,
        GOOD);
  }

  @Test
  void addSizesWithoutOverflow() {
    CodeSignature huge =
        new CodeSignature(Long.MAX_VALUE, SIGNATURE.signature(), "SHA256withECDSA");
    PayloadReference reference = References.one(References.URL, huge);
    PayloadChecks unlimited =
        new PayloadChecks(References.ANCHORS, UrlRules.strict(), Long.MAX_VALUE);

    PayloadRefusedException refusal =
        catchThrowableOfType(
            PayloadRefusedException.class, () -> unlimited.prepare(List.of(reference, reference)));

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.PAYLOAD_SIZE);
  }

  @Test
  void keepTheDocumentsKeysOnALine() {
    PayloadReference reference =
        new PayloadReference(
            References.parameter("images", "", true), "a\nb\u001b", References.URL, null);

    assertThat(refusal(reference)).hasMessageContaining("for 'images/a?b?'");
  }

  @Test
  void anchorsThatCannotBeLookedUpAreNoAnchors() {
    PayloadChecks checks =
        new PayloadChecks(
            alias -> {
              throw new IllegalStateException("the secure element is silent");
            },
            UrlRules.strict(),
            100);

    assertThatThrownBy(() -> checks.prepare(List.of(GOOD)))
        .isInstanceOf(PayloadRefusedException.class)
        .hasMessageContaining("no trust anchor");
  }
}
