package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.internal.fixture.MemoryPayload;
import io.jobhandler.internal.fixture.SigningKey;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A whole verification in one call. */
final class Verifying {
  static final long LIMIT = 1 << 20;

  private Verifying() {}

  static VerifiedPayload verify(TrustAnchor anchor, CodeSignature declared, byte[] payload)
      throws Exception {
    PayloadVerification verification = PayloadVerification.of("image", declared, anchor, LIMIT);
    return finish(verification, new MemoryPayload(), payload);
  }

  static VerifiedPayload finish(
      PayloadVerification verification, StoredPayload stored, byte[] payload) throws Exception {
    try (VerifyingSink sink = verification.into(stored)) {
      sink.write(payload, 0, payload.length);
      return sink.finish();
    }
  }

  static PayloadVerification prepare(SigningKey key, byte[] payload) {
    try {
      return PayloadVerification.of("image", key.sign(payload), key.anchor("default"), LIMIT);
    } catch (PayloadRefusedException e) {
      throw new AssertionError(e);
    }
  }

  static PayloadRefusedException refusal(ThrowingCallable call) {
    return catchThrowableOfType(PayloadRefusedException.class, call);
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
