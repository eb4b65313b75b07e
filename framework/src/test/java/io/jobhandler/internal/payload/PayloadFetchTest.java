package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.payload.ScriptedSource.ScriptedDownload;
import io.jobhandler.internal.payload.ScriptedSource.Step;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.VerifiedPayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of the bytes that come. */
@Timeout(60)
class PayloadFetchTest {
  private static final byte[] CONTENT = FetchFixture.CONTENT;

  private final FetchFixture fixture = new FetchFixture();

  private static byte[] bytes(VerifiedPayload payload) throws IOException {
    try (InputStream in = payload.open()) {
      return in.readAllBytes();
    }
  }

  private PayloadRefusedException refusal(PayloadSource source) {
    Throwable failure = fixture.run(source).failure();
    assertThat(failure).isInstanceOf(PayloadRefusedException.class);
    assertThat(fixture.stored).allSatisfy(place -> assertThat(place.calls()).contains("discard"));
    return (PayloadRefusedException) failure;
  }

  @Test
  void bringsAPayload() throws Exception {
    ScriptedSource source = new ScriptedSource(ScriptedSource.giving(CONTENT));

    try (FetchedPayloads fetched = fixture.run(source).result()) {
      VerifiedPayload image = References.image(fetched);
      assertThat(image.name()).isEqualTo("image");
      assertThat(bytes(image)).isEqualTo(CONTENT);
      assertThat(fixture.stored.get(0).calls()).contains("commit").doesNotContain("discard");
    }
    assertThat(source.asks()).containsExactly(new ScriptedSource.Ask(References.URL, 0, null));
    assertThat(source.allClosed()).isTrue();
    assertThat(fixture.pauses).isEmpty();
  }

  @Test
  void bringsSeveralInTheDocumentsOrder() throws Exception {
    byte[] other = "other".getBytes(StandardCharsets.US_ASCII);
    ScriptedSource source =
        new ScriptedSource(
            ScriptedSource.giving(CONTENT),
            ScriptedSource.giving(other),
            ScriptedSource.giving(CONTENT));
    List<PreparedPayload> payloads =
        References.prepared(
            References.oneOfSeveral("z", References.URL, CONTENT),
            References.oneOfSeveral("a", References.URL, other),
            References.one(References.URL, References.KEY.sign(CONTENT)));

    try (FetchedPayloads fetched = fixture.run(source, payloads).result()) {
      assertThat(References.several(fetched, "images")).containsOnlyKeys("z", "a");
      assertThat(References.several(fetched, "images").keySet()).containsExactly("z", "a");
      assertThat(bytes(List.copyOf(References.several(fetched, "images").values()).get(1)))
          .isEqualTo(other);
      assertThat(bytes(References.image(fetched))).isEqualTo(CONTENT);
      assertThat(fetched.byParameter()).containsOnlyKeys("images", "image");
      assertThatThrownBy(() -> References.several(fetched, "images").clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void reportsTheBytesOfAllPayloads() throws Exception {
    byte[] small = {1, 2, 3, 4};
    ScriptedSource source =
        new ScriptedSource(ScriptedSource.giving(small), ScriptedSource.giving(small));
    List<PreparedPayload> payloads =
        References.prepared(
            References.oneOfSeveral("0", References.URL, small),
            References.oneOfSeveral("1", References.URL, small));

    fixture.run(source, payloads).result().close();

    assertThat(fixture.progress).containsExactly("3/8", "4/8", "7/8", "8/8");
  }

  @Test
  void bringsNothingWhereNothingIsWanted() throws Exception {
    ScriptedSource source = new ScriptedSource(ScriptedSource.giving(CONTENT));

    fixture.run(source, List.of()).result().close();

    assertThat(source.asks()).isEmpty();
  }

  @Test
  void bringsAnEmptyPayload() throws Exception {
    ScriptedSource source = new ScriptedSource(ScriptedSource.giving(new byte[0]));
    List<PreparedPayload> payloads = References.prepared(References.URL, new byte[0]);

    try (FetchedPayloads fetched = fixture.run(source, payloads).result()) {
      assertThat(References.image(fetched).size()).isZero();
    }
    assertThat(source.asks()).hasSize(1);
  }

  @Test
  void keepsPayloadsUntilTheJobIsOver() throws Exception {
    FetchedPayloads fetched =
        fixture.run(new ScriptedSource(ScriptedSource.giving(CONTENT))).result();
    assertThat(fixture.stored.get(0).calls()).doesNotContain("discard");

    fetched.close();
    fetched.close();

    assertThat(fixture.stored.get(0).calls()).containsOnlyOnce("discard");
  }

  @Test
  void refusesOtherBytes() {
    byte[] changed = CONTENT.clone();
    changed[7] ^= 1;

    assertThat(refusal(new ScriptedSource(ScriptedSource.giving(changed))).reasonCode())
        .isEqualTo(ReasonCode.SIGNATURE_INVALID);
    assertThat(fixture.stored.get(0).calls()).doesNotContain("commit");
  }

  @Test
  void refusesAnotherSizeBeforeTheFirstByte() {
    ScriptedDownload download = new ScriptedDownload(CONTENT, 0, CONTENT.length);
    download.totalSize = OptionalLong.of(17);

    PayloadRefusedException refusal = refusal(new ScriptedSource(ask -> download));

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.PAYLOAD_SIZE);
    assertThat(refusal).hasMessage("'image' has 17 bytes, expected the 16 of its rawPayloadSize");
    assertThat(fixture.stored.get(0).content()).isEmpty();
  }

  @Test
  void refusesMoreBytesThanWereDeclared() {
    PayloadRefusedException refusal =
        refusal(new ScriptedSource(ScriptedSource.giving(Arrays.copyOf(CONTENT, 1000))));

    assertThat(refusal.reasonCode()).isEqualTo(ReasonCode.PAYLOAD_SIZE);
    assertThat(fixture.progress).hasSize(5);
  }

  @Test
  void refusesAByteBehindTheLast() {
    assertThat(
            refusal(new ScriptedSource(ScriptedSource.giving(Arrays.copyOf(CONTENT, 17))))
                .reasonCode())
        .isEqualTo(ReasonCode.PAYLOAD_SIZE);
  }

  @Test
  void keepsNoneWhereOneIsRefused() {
    Step good = ScriptedSource.giving(CONTENT);
    List<PreparedPayload> payloads =
        References.prepared(
            References.oneOfSeveral("0", References.URL, CONTENT),
            References.oneOfSeveral("1", References.URL, CONTENT));

    Throwable failure =
        fixture
            .run(new ScriptedSource(good, ScriptedSource.giving(new byte[16])), payloads)
            .failure();

    assertThat(failure)
        .isInstanceOf(PayloadRefusedException.class)
        .hasMessageStartingWith("'images/1' was not signed");
    assertThat(fixture.stored)
        .hasSize(2)
        .allSatisfy(place -> assertThat(place.calls()).contains("discard"));
  }

  @Test
  void keepsNoneWhereTheSourceIsBroken() {
    Throwable failure =
        fixture
            .run(
                new ScriptedSource(
                    ask -> {
                      throw new IllegalStateException("a mistake in the app's source");
                    }))
            .failure();

    assertThat(failure).isInstanceOf(IllegalStateException.class);
    assertThat(fixture.stored.get(0).calls()).contains("close", "discard");
  }
}
