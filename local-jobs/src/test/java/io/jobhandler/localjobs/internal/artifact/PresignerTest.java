package io.jobhandler.localjobs.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.localjobs.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresignerTest {
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:9000");
  private static final S3Location OBJECT =
      new S3Location("eu-west-1", new ArtifactKey("images", "a b"), "v1");

  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T12:00:00.9Z"));
  private final Presigner presigner = new Presigner(clock);

  private String presign() {
    return presigner.presign("GET", ENDPOINT, OBJECT, Duration.ofSeconds(60));
  }

  private void check(String method, String url) {
    URI uri = URI.create(url);
    presigner.check(
        new SignedRequest(
            method, uri.getAuthority(), uri.getPath(), Query.parse(uri.getRawQuery())));
  }

  private void assertRefused(String method, String url, S3Error error) {
    assertThatThrownBy(() -> check(method, url))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  @Test
  void urlsLookLikeThoseOfS3() {
    assertThat(presign())
        .matches(
            "http://127\\.0\\.0\\.1:9000/images/a%20b\\?versionId=v1"
                + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=ASIA[0-9A-F]{16}%2F20260101%2Feu-west-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20260101T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host"
                + "&X-Amz-Security-Token=[0-9a-f]{64}&X-Amz-Signature=[0-9a-f]{64}");
  }

  @Test
  void noTwoUrlsAreAlike() {
    String first = presign();
    String second = presign();
    assertThat(first).isNotEqualTo(second);
    assertThatCode(() -> check("GET", first)).doesNotThrowAnyException();
    assertThatCode(() -> check("GET", second)).doesNotThrowAnyException();
  }

  @Test
  void expiresByTheGivenClock() {
    String url = presign();
    clock.advance(Duration.ofMillis(59_099));
    assertThatCode(() -> check("GET", url)).doesNotThrowAnyException();
    clock.advance(Duration.ofMillis(1));
    assertRefused("GET", url, S3Error.REQUEST_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "/images/, /image2/",
    "a%20b, a%20c",
    "versionId=v1, versionId=v2",
    "versionId=v1&, ''",
    "Expires=60, Expires=61",
    "Date=20260101T120000Z, Date=20260101T120001Z",
    "Algorithm=AWS4, Algorithm=AWS5",
    "eu-west-1, eu-west-2",
    "%2F20260101%2F, %2F20260102%2F",
    "s3%2Faws4_request, s3",
    "Security-Token=, Security-Token=0",
    "SignedHeaders=host, SignedHeaders=",
    "Signature=, Signature=0",
    "127.0.0.1, localhost",
    "&X-Amz-Signature, &more=1&X-Amz-Signature"
  })
  void refusesWhatWasChanged(String from, String to) {
    String url = presign();
    assertThat(url).contains(from);
    assertRefused("GET", url.replace(from, to), S3Error.SIGNATURE_DOES_NOT_MATCH);
  }

  @Test
  void refusesOtherMethodsAndOtherServices() {
    assertRefused("HEAD", presign(), S3Error.SIGNATURE_DOES_NOT_MATCH);
    String foreign = new Presigner(clock).presign("GET", ENDPOINT, OBJECT, Duration.ofSeconds(60));
    assertRefused("GET", foreign, S3Error.SIGNATURE_DOES_NOT_MATCH);
  }

  @Test
  void refusesWhatWasNotSigned() {
    assertRefused("GET", ENDPOINT + "/images/a%20b", S3Error.ACCESS_DENIED);
    assertRefused("GET", ENDPOINT + "/images/a%20b?versionId=v1", S3Error.ACCESS_DENIED);
    assertRefused(
        "GET", ENDPOINT + "/images/a?X-Amz-Signature=0", S3Error.SIGNATURE_DOES_NOT_MATCH);
  }
}
