package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.payload.ScriptedSource.Ask;
import io.jobhandler.internal.payload.ScriptedSource.ScriptedDownload;
import io.jobhandler.internal.payload.ScriptedSource.Step;
import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PayloadSourceException.Kind;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a download goes on, from where, and for how long. */
@Timeout(60)
class PayloadRetryTest {
  private static final byte[] CONTENT = FetchFixture.CONTENT;
  private static final Step GOOD = ScriptedSource.giving(CONTENT);
  private static final Step DOWN = ScriptedSource.failing(new IOException("down"));
  private static final Step EXPIRED =
      ScriptedSource.failing(
          new PayloadSourceException(Kind.URL_EXPIRED, "the server answered 403"));

  private final FetchFixture fixture = new FetchFixture();

  private static Step cutAfter(int count) {
    return ScriptedSource.giving(CONTENT, count, new IOException("reset"));
  }

  private static PresignedUrl fresh(int number) {
    return PresignedUrl.of("https://bucket.example/image?X-Amz-Signature=canary" + number);
  }

  private void assertBrings(ScriptedSource source) throws Exception {
    try (FetchedPayloads fetched = fixture.run(source).result()) {
      assertThat(References.image(fetched).size()).isEqualTo(16);
      assertThat(fixture.stored.get(0).content()).isEqualTo(CONTENT);
    }
    assertThat(source.allClosed()).isTrue();
  }

  private void assertUnavailable(ScriptedSource source, String why) {
    Throwable failure = fixture.run(source).failure();
    assertThat(failure)
        .isInstanceOf(PayloadUnavailableException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("canary")
        .hasNoCause();
    assertThat(((PayloadUnavailableException) failure).reasonCode()).isEqualTo("DOWNLOAD_FAILED");
    assertThat(fixture.stored.get(0).calls()).contains("discard").doesNotContain("commit");
  }

  @Test
  void goesOnWhereItBrokeOff() throws Exception {
    ScriptedSource source = new ScriptedSource(cutAfter(6), cutAfter(3), GOOD);

    assertBrings(source);

    assertThat(source.asks())
        .containsExactly(
            new Ask(References.URL, 0, null),
            new Ask(References.URL, 6, "v1"),
            new Ask(References.URL, 9, "v1"));
    assertThat(fixture.stored.get(0).calls()).containsOnlyOnce("sink");
  }

  @Test
  void goesOnWhereItEndedTooEarly() throws Exception {
    ScriptedSource source = new ScriptedSource(ask -> new ScriptedDownload(CONTENT, 0, 6), GOOD);

    assertBrings(source);

    assertThat(source.asks().get(1).offset()).isEqualTo(6);
  }

  @Test
  void beginsAnewWhereNothingTellsTheVersion() throws Exception {
    ScriptedSource source =
        new ScriptedSource(
            ask -> {
              ScriptedDownload download = new ScriptedDownload(CONTENT, 0, 6);
              download.validator = null;
              return download;
            },
            GOOD);

    assertBrings(source);

    assertThat(source.asks().get(1)).isEqualTo(new Ask(References.URL, 0, null));
    assertThat(fixture.progress).startsWith("3/16", "6/16", "0/16", "3/16");
  }

  @Test
  void beginsAnewWhereTheSourceDoes() throws Exception {
    byte[] older = new byte[16];
    ScriptedSource source =
        new ScriptedSource(
            ScriptedSource.giving(older, 6, new IOException("reset")),
            ask -> new ScriptedDownload(CONTENT, 0, 16));

    assertBrings(source);

    assertThat(fixture.stored.get(0).calls()).startsWith("sink", "close", "sink");
  }

  @Test
  void takesNoBytesFromAnotherPlace() throws Exception {
    ScriptedSource source =
        new ScriptedSource(cutAfter(6), ask -> new ScriptedDownload(CONTENT, 3, 16), GOOD);

    assertBrings(source);

    assertThat(source.asks()).hasSize(3);
  }

  @Test
  void needsNoEndWhereAllBytesAreThere() throws Exception {
    ScriptedSource source = new ScriptedSource(cutAfter(16));

    assertBrings(source);

    assertThat(source.asks()).hasSize(1);
  }

  @Test
  void waitsLongerAfterEachFailure() throws Exception {
    assertBrings(new ScriptedSource(DOWN, DOWN, DOWN, GOOD));

    assertThat(fixture.pauses).hasSize(3);
    for (int i = 0; i < 3; i++) {
      long middle = 1000L << i;
      assertThat(fixture.pauses.get(i))
          .isBetween(Duration.ofMillis(middle / 2), Duration.ofMillis(middle * 3 / 2));
    }
  }

  @Test
  void givesUpAfterSoManyAttemptsInVain() {
    ScriptedSource source = new ScriptedSource(DOWN);

    assertUnavailable(
        source,
        "'image' could not be downloaded from https://bucket.example/image?...: IOException: down; 0 of 16 bytes came");

    assertThat(source.asks()).hasSize(4);
    assertThat(fixture.pauses).hasSize(3);
  }

  @Test
  void hasPatienceWhileBytesCome() throws Exception {
    Step one = cutAfter(1);
    ScriptedSource source =
        new ScriptedSource(DOWN, DOWN, DOWN, one, DOWN, DOWN, one, DOWN, DOWN, GOOD);

    assertBrings(source);

    assertThat(source.asks()).hasSize(10);
    assertThat(fixture.pauses.get(3)).isLessThanOrEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void countsNoBytesThatCameBefore() {
    ScriptedSource source =
        new ScriptedSource(
            ask -> {
              ScriptedDownload download = new ScriptedDownload(CONTENT, 0, 6);
              download.validator = null;
              return download;
            });

    assertUnavailable(source, "it ended too early; 6 of 16 bytes came");

    assertThat(source.asks()).hasSize(4);
  }

  @Test
  void givesUpAtOnceWhereItIsInVain() {
    ScriptedSource source =
        new ScriptedSource(
            ScriptedSource.failing(
                new PayloadSourceException(Kind.PERMANENT, "the server answered 404")));

    assertUnavailable(source, "the server answered 404; 0 of 16 bytes came");

    assertThat(source.asks()).hasSize(1);
  }

  @Test
  void asksForAFreshUrlAndGoesOn() throws Exception {
    fixture.freshUrls.add(fresh(1));
    ScriptedSource source = new ScriptedSource(cutAfter(6), EXPIRED, GOOD);

    assertBrings(source);

    assertThat(source.asks().get(2)).isEqualTo(new Ask(fresh(1), 6, "v1"));
  }

  @Test
  void asksForTheFirstFreshUrlAtOnce() throws Exception {
    fixture.freshUrls.add(fresh(1));

    assertBrings(new ScriptedSource(EXPIRED, GOOD));

    assertThat(fixture.pauses).isEmpty();
  }

  @Test
  void waitsBeforeItAsksForAnother() throws Exception {
    fixture.freshUrls.addAll(List.of(fresh(1), fresh(2)));

    assertBrings(new ScriptedSource(EXPIRED, EXPIRED, GOOD));

    assertThat(fixture.pauses).hasSize(1);
  }

  @Test
  void asksForAFewFreshUrlsInVain() {
    fixture.freshUrls.addAll(List.of(fresh(1), fresh(2), fresh(3)));
    ScriptedSource source = new ScriptedSource(EXPIRED);

    assertUnavailable(source, "the server answered 403, also with a fresh URL");

    assertThat(source.asks()).hasSize(3);
    assertThat(fixture.freshUrls).containsExactly(fresh(3));
  }

  @Test
  void asksForFreshUrlsAsLongAsTheyBringBytes() throws Exception {
    fixture.freshUrls.addAll(List.of(fresh(1), fresh(2), fresh(3), fresh(4)));
    Step one = cutAfter(1);

    assertBrings(new ScriptedSource(EXPIRED, EXPIRED, one, EXPIRED, EXPIRED, GOOD));

    assertThat(fixture.freshUrls).isEmpty();
  }

  @Test
  void givesUpWhereThereIsNoFreshUrl() {
    assertUnavailable(
        new ScriptedSource(EXPIRED), "the server answered 403, and there is no fresh URL");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEMPORARY", "PERMANENT"})
  void asksForNoFreshUrlOtherwise(Kind kind) {
    fixture.freshUrls.add(fresh(1));

    assertUnavailable(
        new ScriptedSource(ScriptedSource.failing(new PayloadSourceException(kind, "no"))), "no");

    assertThat(fixture.freshUrls).hasSize(1);
  }

  @Test
  void repeatsNoQueryThatASourceRepeats() {
    assertUnavailable(
        new ScriptedSource(
            ScriptedSource.failing(
                new PayloadSourceException(
                    Kind.PERMANENT, "no answer from " + References.URL.toSecretUri()))),
        "PayloadSourceException");
  }
}
