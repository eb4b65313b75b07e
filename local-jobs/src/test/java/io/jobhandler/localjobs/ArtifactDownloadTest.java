package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions, headers, ranges and conditions of downloads. */
class ArtifactDownloadTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T12:00:00Z"));
  private final LocalJobs jobs = LocalJobs.builder().clock(clock).start();
  private final ArtifactClient client = new ArtifactClient();
  private final ArtifactVersion digits =
      jobs.artifacts().put("images", "digits", "0123456789".getBytes(UTF_8));
  private final URI url = jobs.artifacts().presignedGet(digits, HOUR);

  @AfterEach
  void stop() {
    jobs.close();
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  private static void assertHeaders(HttpResponse<?> response, Map<String, String> expected) {
    expected.forEach(
        (name, value) -> assertThat(response.headers().firstValue(name)).as(name).contains(value));
  }

  @Test
  void servesTheWholeWithItsHeaders() throws Exception {
    HttpResponse<byte[]> response = client.get(url);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("0123456789");
    assertThat(response.headers().firstValue("Content-Range")).isEmpty();
    assertHeaders(response, headers("10"));
  }

  private Map<String, String> headers(String length) {
    return Map.of(
        "Content-Length",
        length,
        "ETag",
        "\"781e5e245d69b566979b86e28d23f2c7\"",
        "Accept-Ranges",
        "bytes",
        "Last-Modified",
        "Thu, 01 Jan 2026 12:00:00 GMT",
        "x-amz-version-id",
        digits.versionId(),
        "Content-Type",
        "binary/octet-stream");
  }

  @Test
  void headHasTheHeadersOnly() throws Exception {
    URI head = jobs.artifacts().presignedHead(digits, HOUR);
    HttpResponse<byte[]> whole = client.head(head);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertHeaders(whole, headers("10"));
    assertThat(whole.body()).isEmpty();
    HttpResponse<byte[]> part = client.head(head, "Range", "bytes=8-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertHeaders(part, headers("2"));
    HttpResponse<byte[]> refused = client.head(url);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, bytes 0-0/10",
    "bytes=2-4, 234, bytes 2-4/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "bytes=0-99, 0123456789, bytes 0-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10"
  })
  void servesARange(String range, String content, String contentRange) throws Exception {
    HttpResponse<byte[]> response = client.get(url, "Range", range);
    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(text(response)).isEqualTo(content);
    assertHeaders(response, Map.of("Content-Range", contentRange));
    assertHeaders(response, headers(String.valueOf(content.length())));
    assertThat(jobs.artifactRequests())
        .containsExactly(new ArtifactRequest("GET", "/images/digits", range, 206));
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-", "bytes=10-12", "bytes=-0"})
  void refusesARangeBehindTheEnd(String range) throws Exception {
    HttpResponse<byte[]> response = client.get(url, "Range", range);
    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(text(response)).contains("<Code>InvalidRange</Code>");
    assertHeaders(
        response, Map.of("Content-Range", "bytes */10", "Content-Type", "application/xml"));
  }

  @Test
  void servesEmptyArtifacts() throws Exception {
    URI empty =
        jobs.artifacts().presignedGet(jobs.artifacts().put("images", "e", new byte[0]), HOUR);
    assertThat(client.get(empty).statusCode()).isEqualTo(200);
    assertThat(client.get(empty).body()).isEmpty();
    assertThat(client.get(empty, "Range", "bytes=0-").statusCode()).isEqualTo(416);
  }

  @Test
  void ifMatchNamesTheVersion() throws Exception {
    String etag = digits.etag();
    assertThat(client.get(url, "If-Match", etag).statusCode()).isEqualTo(200);
    assertThat(client.get(url, "If-Match", "\"x\", " + etag).statusCode()).isEqualTo(200);
    assertThat(client.get(url, "If-Match", "*").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> other = client.get(url, "If-Match", "\"x\"", "Range", "bytes=2-4");
    assertThat(other.statusCode()).isEqualTo(412);
    assertThat(text(other)).contains("<Code>PreconditionFailed</Code>");
  }

  @Test
  void ifRangeOfAnotherVersionServesTheWhole() throws Exception {
    String time = "Thu, 01 Jan 2026 12:00:00 GMT";
    assertThat(text(client.get(url, "If-Range", digits.etag(), "Range", "bytes=8-")))
        .isEqualTo("89");
    assertThat(text(client.get(url, "If-Range", time, "Range", "bytes=8-"))).isEqualTo("89");
    HttpResponse<byte[]> other = client.get(url, "If-Range", "\"x\"", "Range", "bytes=8-");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(text(other)).isEqualTo("0123456789");
    assertThat(client.get(url, "If-Range", "\"x\"", "Range", "bytes=10-").statusCode())
        .isEqualTo(200);
  }

  @Test
  void servesTheVersionThatTheUrlNames() throws Exception {
    jobs.artifacts().put("images", "digits", "new".getBytes(UTF_8));
    assertThat(text(client.get(url))).isEqualTo("0123456789");
    ArtifactVersion unknown = new ArtifactVersion("images", "digits", "none", "", 0);
    HttpResponse<byte[]> response = client.get(jobs.artifacts().presignedGet(unknown, HOUR));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response)).contains("<Code>NoSuchVersion</Code>");
  }

  @Test
  void tellsErrorsInXml() throws Exception {
    HttpResponse<byte[]> response = client.get(jobs.artifactEndpoint().resolve("/images/a&b"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(text(response))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code>")
        .contains("<Resource>/images/a&amp;b</Resource>");
  }
}
