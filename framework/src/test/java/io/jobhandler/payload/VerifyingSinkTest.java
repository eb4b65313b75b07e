package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.fixture.MemoryPayload;
import io.jobhandler.internal.fixture.SigningKey;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyingSinkTest {
  private static final SigningKey KEY = SigningKey.p256();
  private static final byte[] PAYLOAD = new byte[1000];

  static {
    new Random(1).nextBytes(PAYLOAD);
  }

  private final MemoryPayload stored = new MemoryPayload();
  private final PayloadVerification verification = Verifying.prepare(KEY, PAYLOAD);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 999, 1000})
  void storesAndVerifiesInOnePass(int piece) throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      for (int i = 0; i < PAYLOAD.length; i += piece) {
        assertThat(sink.received()).isEqualTo(i);
        sink.write(PAYLOAD, i, Math.min(piece, PAYLOAD.length - i));
      }
      assertThat(sink.finish().name()).isEqualTo("image");
    }

    assertThat(stored.content()).isEqualTo(PAYLOAD);
    assertThat(stored.calls()).startsWith("sink", "close", "commit").doesNotContain("discard");
  }

  @Test
  void verifiesAnEmptyPayload() throws Exception {
    byte[] nothing = {};

    assertThat(Verifying.finish(Verifying.prepare(KEY, nothing), stored, nothing).size()).isZero();
  }

  @Test
  void refusesTheFirstByteTooMany() throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      sink.write(PAYLOAD, 0, 999);
      PayloadRefusedException refusal = Verifying.refusal(() -> sink.write(PAYLOAD, 0, 2));

      assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.PAYLOAD_SIZE);
      assertThat(refusal).hasMessage("'image' has more bytes than the 1000 of its rawPayloadSize");
    }
    assertThat(stored.content()).hasSize(999);
  }

  @Test
  void refusesTooFewBytes() throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      sink.write(PAYLOAD, 0, 999);
      PayloadRefusedException refusal = Verifying.refusal(sink::finish);

      assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.PAYLOAD_SIZE);
      assertThat(refusal).hasMessage("'image' has fewer bytes than the 1000 of its rawPayloadSize");
    }
    assertThat(stored.calls()).doesNotContain("commit");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 500, 999})
  void refusesOtherBytes(int index) throws Exception {
    byte[] changed = PAYLOAD.clone();
    changed[index] ^= 0x10;

    PayloadRefusedException refusal =
        Verifying.refusal(() -> Verifying.finish(verification, stored, changed));

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.SIGNATURE_INVALID);
    assertThat(refusal)
        .hasMessage(
            "'image' was not signed with the key of the trust anchor 'default', or was changed since");
    assertThat(stored.calls()).doesNotContain("commit");
  }

  @Test
  void refusesTheSignatureOfAnotherKey() throws Exception {
    PayloadVerification other =
        PayloadVerification.of(
            "image", SigningKey.p256().sign(PAYLOAD), KEY.anchor("default"), 1000);

    assertThat(Verifying.refusal(() -> Verifying.finish(other, stored, PAYLOAD)).reasonCode())
        .isEqualTo(ReasonCode.SIGNATURE_INVALID);
  }

  @Test
  void beginsAnew() throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      sink.write(new byte[600], 0, 600);
      sink.restart();
      assertThat(sink.received()).isZero();
      sink.write(PAYLOAD, 0, 1000);
      sink.finish();
    }
    assertThat(stored.content()).isEqualTo(PAYLOAD);
    assertThat(stored.calls()).startsWith("sink", "close", "sink", "close", "commit");
  }

  @Test
  void takesNothingAfterTheEnd() throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      sink.write(PAYLOAD, 0, 1000);
      sink.finish();

      assertThatThrownBy(() -> sink.write(PAYLOAD, 0, 0)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(sink::restart).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(sink::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("'image' is finished");
    }
    assertThat(stored.content()).isEqualTo(PAYLOAD);
  }

  @Test
  void finishesOnceEvenWhereItRefused() throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      sink.write(Arrays.copyOf(PAYLOAD, 10), 0, 10);
      assertThat(Verifying.refusal(sink::finish)).isNotNull();

      assertThatThrownBy(sink::finish).isInstanceOf(IllegalStateException.class);
    }
  }
}
