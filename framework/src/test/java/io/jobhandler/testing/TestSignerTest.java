package io.jobhandler.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PayloadVerification;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.payload.VerifyingSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TestSignerTest {
  private static final byte[] CONTENT = "firmware".getBytes(StandardCharsets.UTF_8);

  @Test
  void givesPayloadsThatWereVerified() throws IOException {
    VerifiedPayload payload = TestSigner.create().verified("image", CONTENT);

    assertThat(payload.open()).hasBinaryContent(CONTENT);
    assertThat(payload.name()).isEqualTo("image");
    assertThat(payload.anchor()).isEqualTo("test");
    assertThat(payload.path()).isEmpty();
  }

  @Test
  void signsWithAKeyThatNoOtherSignersAnchorTrusts() throws Exception {
    PayloadVerification verification =
        PayloadVerification.of(
            "image",
            TestSigner.create().sign(CONTENT),
            TestSigner.create().anchor("firmware"),
            CONTENT.length);

    try (VerifyingSink sink = verification.into(new MemoryPayload())) {
      sink.write(CONTENT, 0, CONTENT.length);
      assertThatThrownBy(sink::finish).isInstanceOf(PayloadRefusedException.class);
    }
  }
}
