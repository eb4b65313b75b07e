package io.jobhandler.localjobs;

import static io.jobhandler.localjobs.ArtifactFaults.ALWAYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArtifactFaultsTest {
  private static final int SIZE = 1_000_001;
  private static final int HALF = 500_000;
  private final LocalJobs jobs = LocalJobs.builder().start();
  private final ArtifactClient client = new ArtifactClient();
  private final byte[] content = new byte[SIZE];
  private final URI url = put("a");
  private final URI other = put("b");

  private URI put(String key) {
    new Random(1).nextBytes(content);
    return jobs.artifacts()
        .presignedGet(jobs.artifacts().put("images", key, content), Duration.ofHours(1));
  }

  private void assertServedWell(URI artifact) throws Exception {
    HttpResponse<byte[]> response = client.get(artifact);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(content);
  }

  @AfterEach
  void stop() {
    jobs.close();
  }

  @Test
  void turnsOneBitOver() throws Exception {
    jobs.faults().artifacts("images", "a").wrongBytes(2);
    byte[] wrong = client.get(url).body();
    int at = Arrays.mismatch(wrong, content);
    assertThat(at).isPositive();
    wrong[at] ^= 1;
    assertThat(wrong).isEqualTo(content);
    HttpResponse<byte[]> range = client.get(url, "Range", "bytes=7-7");
    assertThat(range.statusCode()).isEqualTo(206);
    assertThat(range.body()).containsExactly(content[7] ^ 1);
    assertServedWell(url);
  }

  @Test
  void servesTooLittleAndSaysSo() throws Exception {
    jobs.faults().artifacts("images", "a").shortBytes(1);
    HttpResponse<byte[]> response = client.get(url);
    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(HALF);
    assertThat(response.body()).isEqualTo(Arrays.copyOf(content, HALF));
    assertServedWell(url);
  }

  @Test
  void truncatesAndServesTheRestOnRequest() throws Exception {
    jobs.faults().artifacts("images", "a").truncate(1);
    // Not with the newer client, which may drop what it has when the connection ends.
    URLConnection connection = url.toURL().openConnection();
    assertThat(connection.getContentLengthLong()).isEqualTo(SIZE);
    try (InputStream body = connection.getInputStream()) {
      assertThat(body.readNBytes(HALF)).isEqualTo(Arrays.copyOf(content, HALF));
      assertThat(isOver(body)).isTrue();
    }
    HttpResponse<byte[]> rest = client.get(url, "Range", "bytes=" + HALF + "-");
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, HALF, SIZE));
  }

  /** Some JDKs tell the missing bytes as an error, others as an end. */
  private static boolean isOver(InputStream body) {
    try {
      return body.read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void stallsUntilTheServiceCloses() throws Exception {
    jobs.faults().artifacts("images", "a").stall(1);
    HttpResponse<InputStream> response = client.get(url, BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
    try (InputStream body = response.body()) {
      assertThat(body.readNBytes(HALF)).isEqualTo(Arrays.copyOf(content, HALF));
      assertServedWell(url);
      assertThat(body.available()).isZero();
      jobs.close();
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aStalledBodyOutlivesTheClearing() throws Exception {
    jobs.faults().artifacts().stall(ALWAYS);
    HttpResponse<InputStream> response = client.get(url, BodyHandlers.ofInputStream());
    jobs.faults().clear();
    assertServedWell(url);
    try (InputStream body = response.body()) {
      assertThat(body.readNBytes(HALF)).hasSize(HALF);
    }
  }

  @Test
  void refusesAsExpired() throws Exception {
    jobs.faults().artifacts().expire(2);
    for (URI artifact : new URI[] {url, other}) {
      HttpResponse<byte[]> response = client.get(artifact);
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(new String(response.body(), UTF_8))
          .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
    }
    assertServedWell(url);
    assertThat(jobs.artifactRequests())
        .containsExactly(
            new ArtifactRequest("GET", "/images/a", null, 403),
            new ArtifactRequest("GET", "/images/b", null, 403),
            new ArtifactRequest("GET", "/images/a", null, 200));
  }

  @Test
  void hitsOneArtifactOrAll() throws Exception {
    jobs.faults().artifacts("images", "a").shortBytes(ALWAYS);
    assertServedWell(other);
    assertThat(client.get(url).body()).hasSize(HALF);
    jobs.faults().artifacts("images", "b").clear();
    assertThat(client.get(url).body()).hasSize(HALF);
    jobs.faults().artifacts("images", "a").shortBytes(0);
    assertServedWell(url);
    jobs.faults().artifacts().shortBytes(ALWAYS);
    assertThat(client.get(url).body()).hasSize(HALF);
    assertThat(client.get(other).body()).hasSize(HALF);
    jobs.faults().artifacts().clear();
    assertServedWell(url);
  }

  @Test
  void faultsAddUp() throws Exception {
    jobs.faults().artifacts().shortBytes(1);
    jobs.faults().artifacts().wrongBytes(1);
    byte[] body = client.get(url).body();
    assertThat(body).hasSize(HALF).isNotEqualTo(Arrays.copyOf(content, HALF));
  }

  @Test
  void refusesNegativeNumbersAndNames() {
    ArtifactFaults faults = jobs.faults().artifacts();
    assertThatThrownBy(() -> faults.truncate(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> jobs.faults().artifacts("x", "a"))
        .isInstanceOf(LocalJobsException.class);
  }
}
