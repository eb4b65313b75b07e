package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.payload.ScriptedHttpServer.Answer;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.VerifiedPayload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the server's socket to the file that a handler gets. */
@Timeout(60)
class PayloadOverHttpTest {
  private static final byte[] CONTENT = DeviceFixture.CONTENT;
  private static final Answer HONEST = Answers.honest(CONTENT, Answers.ETAG);

  @TempDir Path temporary;
  private DeviceFixture device;

  @BeforeEach
  void open() throws IOException {
    device = new DeviceFixture(temporary.resolve("payloads"));
  }

  @AfterEach
  void close() throws IOException {
    device.close();
  }

  private void assertBrings(Running<FetchedPayloads> running) throws Exception {
    try (FetchedPayloads fetched = running.result()) {
      VerifiedPayload image = References.image(fetched);
      assertThat(device.files()).containsExactly(image.path().orElseThrow());
      assertThat(image.path().orElseThrow()).hasBinaryContent(CONTENT);
    }
    assertThat(device.files()).isEmpty();
  }

  private void assertRefused(String reasonCode, Answer... answers) throws IOException {
    Throwable failure = device.run(answers).failure();
    assertThat(failure).isInstanceOf(PayloadRefusedException.class);
    assertThat(((PayloadRefusedException) failure).reasonCode()).isEqualTo(reasonCode);
    assertThat(device.files()).isEmpty();
  }

  private void assertUnavailable(String why, Answer... answers) throws IOException {
    assertThat(device.run(answers).failure())
        .isInstanceOf(PayloadUnavailableException.class)
        .hasMessageContaining(why);
    assertThat(device.files()).isEmpty();
  }

  private String header(int request, String name) {
    return String.valueOf(device.server.requests().get(request).header(name));
  }

  @Test
  void bringsAFile() throws Exception {
    assertBrings(device.run(HONEST));

    assertThat(device.server.requests()).hasSize(1);
  }

  @Test
  void goesOnAfterTheConnectionBroke() throws Exception {
    assertBrings(device.run(Answers.cut(CONTENT, 70_000, Answers.ETAG), HONEST));

    assertThat(header(1, "Range")).isEqualTo("bytes=70000-");
    assertThat(header(1, "If-Match")).isEqualTo(Answers.ETAG);
  }

  @Test
  void noticesThatABodyWithoutLengthIsCut() throws Exception {
    byte[] half = Arrays.copyOf(CONTENT, 100_000);

    assertBrings(device.run(Answers.raw("200 OK", half, "ETag: " + Answers.ETAG), HONEST));

    assertThat(header(1, "Range")).isEqualTo("bytes=100000-");
  }

  @Test
  void goesOnAfterAStall() throws Exception {
    Running<FetchedPayloads> running =
        device.start(Answers.stalling(CONTENT, 70_000, Answers.ETAG), HONEST);
    await("the device waits for more")
        .until(() -> device.received == 70_000 && device.idleTime.waiting() == 1);

    device.idleTime.advance(DeviceFixture.IDLE);
    assertBrings(device.finish(running));
    assertThat(header(1, "Range")).isEqualTo("bytes=70000-");
  }

  @Test
  void beginsAnewWhereThePayloadWasReplaced() throws Exception {
    byte[] older = new byte[CONTENT.length];

    assertBrings(device.run(Answers.cut(older, 70_000, "\"v0\""), HONEST));

    assertThat(device.server.requests()).hasSize(3);
    assertThat(header(1, "If-Match")).isEqualTo("\"v0\"");
    assertThat(header(2, "Range")).isEqualTo("null");
  }

  @Test
  void beginsAnewWhereTheServerGivesAllAgain() throws Exception {
    assertBrings(
        device.run(
            Answers.cut(CONTENT, 70_000, Answers.ETAG),
            Answers.cut(CONTENT, CONTENT.length, Answers.ETAG)));
  }

  @Test
  void asksForAFreshUrl() throws Exception {
    device.freshUrl = Optional.of(device.server.url("fresh"));

    assertBrings(
        device.run(Answers.cut(CONTENT, 70_000, Answers.ETAG), Answers.status(403), HONEST));

    assertThat(device.server.requests().get(2).line()).startsWith("GET /bucket/fresh?");
    assertThat(header(2, "Range")).isEqualTo("bytes=70000-");
  }

  @Test
  void triesAgainAfterTheServersTrouble() throws Exception {
    assertBrings(device.run(Answers.status(503), Answers.status(500), HONEST));
  }

  @Test
  void refusesAPayloadOfAnotherSize() throws IOException {
    assertRefused(
        ReasonCode.PAYLOAD_SIZE, Answers.honest(Arrays.copyOf(CONTENT, 199_999), "\"v1\""));
    assertRefused(
        ReasonCode.PAYLOAD_SIZE, Answers.honest(Arrays.copyOf(CONTENT, 200_001), "\"v1\""));
    assertRefused(
        ReasonCode.PAYLOAD_SIZE,
        Answers.cut(CONTENT, 70_000, Answers.ETAG),
        Answers.raw(
            "206 Partial Content",
            CONTENT,
            "ETag: " + Answers.ETAG,
            "Content-Range: bytes 70000-199999/300000"));
  }

  @Test
  void refusesABodyWithoutEnd() throws IOException {
    assertRefused(
        ReasonCode.PAYLOAD_SIZE,
        (request, connection) -> {
          connection.head("200 OK");
          while (true) {
            connection.send(CONTENT);
          }
        });
  }

  @Test
  void refusesOtherBytes() throws IOException {
    assertRefused(
        ReasonCode.SIGNATURE_INVALID, Answers.honest(new byte[CONTENT.length], Answers.ETAG));
  }

  @Test
  void givesUpWhereTheServerNeverGivesAll() throws IOException {
    assertUnavailable("70000 of 200000 bytes came", Answers.cut(CONTENT, 70_000, "W/\"weak\""));
    assertThat(device.server.requests()).hasSize(3);
  }

  @Test
  void givesUpAtOnceWhereItIsInVain() throws IOException {
    assertUnavailable("the server answered 404", Answers.status(404));
    assertUnavailable("redirects are not followed", Answers.status(302, "Location: /other"));
    assertUnavailable(
        "the server encodes it", Answers.raw("200 OK", CONTENT, "Content-Encoding: gzip"));
    assertThat(device.server.requests()).hasSize(3);
  }

  @Test
  void isInterrupted() throws Exception {
    Running<FetchedPayloads> running =
        device.start(Answers.stalling(CONTENT, 70_000, Answers.ETAG));
    await("the server answers").until(() -> device.server.requests().size() == 1);

    running.interrupt();

    assertThat(running.failure()).isInstanceOf(InterruptedException.class);
    assertThat(device.files()).isEmpty();
  }
}
