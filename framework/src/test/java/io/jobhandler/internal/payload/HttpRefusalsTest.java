package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.payload.PayloadSource.Download;
import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PayloadSourceException.Kind;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that bring no payload. */
@Timeout(60)
class HttpRefusalsTest {
  private static final byte[] CONTENT = HttpFixture.CONTENT;
  private static final String OK = "200 OK";
  private static final String PART = "206 Partial Content";
  private static final String ETAG = "ETag: " + Answers.ETAG;

  private HttpFixture http;

  @BeforeEach
  void open() throws IOException {
    http = new HttpFixture();
  }

  @AfterEach
  void close() throws IOException {
    http.close();
  }

  private static void assertTemporary(PayloadSourceException refusal, String message) {
    assertThat(refusal.kind()).isEqualTo(Kind.TEMPORARY);
    assertThat(refusal).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "400, URL_EXPIRED",
    "401, URL_EXPIRED",
    "403, URL_EXPIRED",
    "410, URL_EXPIRED",
    "408, TEMPORARY",
    "425, TEMPORARY",
    "429, TEMPORARY",
    "500, TEMPORARY",
    "502, TEMPORARY",
    "503, TEMPORARY",
    "599, TEMPORARY",
    "204, PERMANENT",
    "300, PERMANENT",
    "304, PERMANENT",
    "404, PERMANENT",
    "405, PERMANENT",
    "412, PERMANENT",
    "416, PERMANENT",
    "418, PERMANENT",
    "499, PERMANENT",
  })
  void knowsWhatAnotherAttemptIsGoodFor(int status, Kind kind) {
    PayloadSourceException refusal = http.refusalOfWhole(Answers.status(status));

    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal).hasMessageStartingWith("the server answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) throws IOException {
    try (ScriptedHttpServer other = new ScriptedHttpServer(Answers.honest(CONTENT, "\"v1\""))) {
      PayloadSourceException refusal =
          http.refusalOfWhole(Answers.status(status, "Location: " + other.url().toSecretUri()));

      assertThat(refusal.kind()).isEqualTo(Kind.PERMANENT);
      assertThat(refusal)
          .hasMessage("the server answered %d, and redirects are not followed".formatted(status));
      assertThat(http.server.requests()).hasSize(1);
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-9/10", "5-9/10", "0-9/10", "4-8/10", "4-10/10"})
  void takesNoOtherPart(String range) {
    assertTemporary(
        http.refusalOfRest(
            Answers.raw(
                PART, new byte[6], ETAG, "Content-Length: 6", "Content-Range: bytes " + range)),
        "the server answered with another part than was asked for");
  }

  @Test
  void takesNoPartThatEndsBeforeItBegins() {
    assertTemporary(
        http.refusalOfRest(Answers.raw(PART, new byte[6], ETAG, "Content-Range: bytes 4-2/10")),
        "the server answered with another part than was asked for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Range: bytes 4-/10",
        "Content-Range: bytes */10",
        "Content-Range: items 4-9/10",
        "Content-Range: bytes 4-9",
        "Content-Range: bytes 4-9/10, bytes 4-9/10",
        "Content-Range: bytes 4-9999999999999999999/10",
        "Content-Type: multipart/byteranges; boundary=x",
      })
  void takesNoPartOfUnknownPlace(String header) {
    assertTemporary(
        http.refusalOfRest(Answers.raw(PART, new byte[6], ETAG, header)),
        "the server answered with a part that was not asked for");
  }

  @Test
  void takesNoPartThatWasNotAskedFor() {
    assertTemporary(
        http.refusalOfWhole(Answers.raw(PART, CONTENT, ETAG, "Content-Range: bytes 0-9/10")),
        "the server answered with a part that was not asked for");
  }

  @Test
  void takesNoEncodedPayload() throws Exception {
    String gzip = "Content-Encoding: gzip";

    assertEncoded(http.refusalOfWhole(Answers.raw(OK, CONTENT, gzip)));
    assertEncoded(
        http.refusalOfWhole(Answers.raw(OK, CONTENT, "Content-Encoding: identity", gzip)));
    assertEncoded(
        http.refusalOfRest(Answers.raw(PART, CONTENT, ETAG, "Content-Range: bytes 4-9/10", gzip)));
    assertThat(HttpFixture.read(http.whole(Answers.raw(OK, CONTENT, "Content-Encoding: Identity"))))
        .isEqualTo("0123456789");
  }

  private static void assertEncoded(PayloadSourceException refusal) {
    assertThat(refusal.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(refusal).hasMessageStartingWith("the server encodes it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "ten", "99999999999999999999", "10, 10", "0x10", "10\r\nContent-Length: 4"})
  void takesNoLengthThatIsNoNumber(String length) {
    assertThatThrownBy(() -> http.whole(Answers.raw(OK, CONTENT, "Content-Length: " + length)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void takesHeadersOf64KiBAtMost() throws Exception {
    String header = "X-Padding: " + "x".repeat(60 * 1024);

    assertThat(HttpFixture.read(http.whole(Answers.raw(OK, CONTENT, header)))).hasSize(10);
    assertTemporary(
        http.refusalOfWhole(Answers.raw(OK, CONTENT, header, header)),
        "the server answered with headers of more than 64 KiB");
  }

  @Test
  void takesNoEndlessHeaders() {
    assertThatThrownBy(
            () ->
                http.whole(
                    (request, connection) -> {
                      connection.send("HTTP/1.1 200 OK\r\n");
                      while (true) {
                        connection.send("X-Padding: " + "x".repeat(1000) + "\r\n");
                      }
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void failsWhereTheBodyIsCut() throws Exception {
    try (Download download = http.whole(Answers.cut(CONTENT, 4, Answers.ETAG))) {
      assertThatThrownBy(() -> HttpFixture.read(download)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n\r\n", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 two hundred\r\n\r\n"})
  void failsWhereTheServerSpeaksNoHttp(String text) {
    assertThatThrownBy(() -> http.whole((request, connection) -> connection.send(text)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void failsWhereNobodyListens() throws IOException {
    http.server.close();

    assertThatThrownBy(() -> http.whole(Answers.status(200)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("ConnectException");
  }

  @Test
  void asksNoOtherHostWithoutTls() {
    PayloadSourceException refusal =
        http.refusal(
            PresignedUrl.of("http://198.51.100.1/image?" + ScriptedHttpServer.QUERY), 0, null);

    assertThat(refusal.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(refusal).hasMessage("its URL is not https");
  }
}
