package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.payload.ScriptedHttpServer.Request;
import io.jobhandler.payload.PayloadSource.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that bring a payload. */
@Timeout(60)
class HttpPayloadSourceTest {
  private static final String OK = "200 OK";
  private static final String PART = "206 Partial Content";

  private HttpFixture http;

  @BeforeEach
  void open() throws IOException {
    http = new HttpFixture();
  }

  @AfterEach
  void close() throws IOException {
    http.close();
  }

  @Test
  void givesAWholePayload() throws Exception {
    Download download = http.whole(Answers.honest(HttpFixture.CONTENT, Answers.ETAG));

    assertThat(download.start()).isZero();
    assertThat(download.totalSize()).hasValue(10);
    assertThat(download.validator()).isEqualTo(Answers.ETAG);
    assertThat(HttpFixture.read(download)).isEqualTo("0123456789");
  }

  @Test
  void asksForThePlainBytesWithHttp1() throws Exception {
    HttpFixture.read(http.whole(Answers.honest(HttpFixture.CONTENT, Answers.ETAG)));

    Request request = http.server.requests().get(0);
    assertThat(request.line())
        .isEqualTo("GET /bucket/image?" + ScriptedHttpServer.QUERY + " HTTP/1.1");
    assertThat(request.header("Accept-Encoding")).isEqualTo("identity");
    assertThat(request.headers()).doesNotContainKeys("range", "if-match", "upgrade", "cookie");
  }

  @Test
  void goesOnWhereItBrokeOff() throws Exception {
    Download download = http.rest(Answers.honest(HttpFixture.CONTENT, Answers.ETAG));

    assertThat(download.start()).isEqualTo(4);
    assertThat(download.totalSize()).hasValue(10);
    assertThat(download.validator()).isEqualTo(Answers.ETAG);
    assertThat(HttpFixture.read(download)).isEqualTo("456789");
    assertThat(http.server.requests().get(0).header("Range")).isEqualTo("bytes=4-");
    assertThat(http.server.requests().get(0).header("If-Match")).isEqualTo(Answers.ETAG);
  }

  @Test
  void beginsAnewWhereTheServerKnowsNoRanges() throws Exception {
    Download download = http.rest(Answers.cut(HttpFixture.CONTENT, 10, Answers.ETAG));

    assertThat(download.start()).isZero();
    assertThat(HttpFixture.read(download)).isEqualTo("0123456789");
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 416})
  void beginsAnewWhereThePayloadIsAnother(int status) throws Exception {
    Download download =
        http.rest(Answers.status(status), Answers.honest(HttpFixture.CONTENT, "\"v2\""));

    assertThat(download.start()).isZero();
    assertThat(download.validator()).isEqualTo("\"v2\"");
    assertThat(HttpFixture.read(download)).isEqualTo("0123456789");
    assertThat(http.server.requests().get(1).headers()).doesNotContainKeys("range", "if-match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: \"v2\"", "ETag: W/\"v1\"", "Server: none"})
  void beginsAnewWhereThePartIsOfAnotherPayload(String etag) throws Exception {
    Download download =
        http.rest(
            Answers.raw(PART, new byte[6], etag, "Content-Range: bytes 4-9/10"),
            Answers.honest(HttpFixture.CONTENT, "\"v2\""));

    assertThat(download.start()).isZero();
    assertThat(HttpFixture.read(download)).isEqualTo("0123456789");
  }

  @Test
  void takesAPartOfUnknownTotalOrLength() throws Exception {
    Download download =
        http.rest(
            Answers.raw(PART, new byte[6], "ETag: " + Answers.ETAG, "Content-Range: bytes 4-9/*"));

    assertThat(download.start()).isEqualTo(4);
    assertThat(download.totalSize()).isEmpty();
    assertThat(HttpFixture.read(download)).hasSize(6);
  }

  @Test
  void takesAPartOfOneByte() throws Exception {
    Download download =
        http.rest(
            Answers.raw(PART, new byte[1], "ETag: " + Answers.ETAG, "Content-Range: bytes 4-4/5"));

    assertThat(download.totalSize()).hasValue(5);
    assertThat(HttpFixture.read(download)).hasSize(1);
  }

  @Test
  void takesABodyOfUnknownLength() throws Exception {
    Download download = http.whole(Answers.raw(OK, HttpFixture.CONTENT));

    assertThat(download.totalSize()).isEmpty();
    assertThat(download.validator()).isNull();
    assertThat(HttpFixture.read(download)).isEqualTo("0123456789");
  }

  @Test
  void takesAChunkedBody() throws Exception {
    byte[] chunks = "4\r\n0123\r\n6\r\n456789\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    assertThat(HttpFixture.read(http.whole(Answers.raw(OK, chunks, "Transfer-Encoding: chunked"))))
        .isEqualTo("0123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W/\"v1\"", "v1", "\"", "\"a b\"", "\"a\"b\"", "\"v\u00e4\"", "\"a\", \"b\""})
  void remembersNoWeakOrMalformedEtag(String etag) throws Exception {
    Download download = http.whole(Answers.raw(OK, HttpFixture.CONTENT, "ETag: " + etag));

    assertThat(download.validator()).isNull();
    download.close();
  }

  @Test
  void remembersNoEndlessEtag() throws Exception {
    Download download =
        http.whole(Answers.raw(OK, HttpFixture.CONTENT, "ETag: \"" + "v".repeat(257) + '"'));

    assertThat(download.validator()).isNull();
    download.close();
  }

  @Test
  void setsNoWaitAsideAfterItsEnd() throws Exception {
    HttpFixture.read(http.whole(Answers.honest(HttpFixture.CONTENT, Answers.ETAG)));

    assertThat(http.time.waiting()).isZero();
  }
}
