package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener of the artifact endpoint, and who is let in. */
class ArtifactEndpointTest {
  private static final byte[] CONTENT = "content".getBytes(UTF_8);
  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T12:00:00Z"));
  private final ArtifactClient client = new ArtifactClient();

  @TempDir Path directory;

  private static String message(HttpResponse<byte[]> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    return new String(response.body(), UTF_8);
  }

  @Test
  void urlsExpireByTheGivenClock() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().clock(clock).start()) {
      ArtifactVersion artifact = jobs.artifacts().put("images", "a", CONTENT);
      URI url = jobs.artifacts().presignedGet(artifact, Duration.ofSeconds(90));
      clock.advance(Duration.ofSeconds(89));
      assertThat(client.get(url).body()).isEqualTo(CONTENT);
      clock.advance(Duration.ofSeconds(1));
      assertThat(message(client.get(url), 403))
          .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
    }
  }

  @Test
  void urlsCannotBeChanged() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().clock(clock).start()) {
      ArtifactVersion artifact = jobs.artifacts().put("images", "a", CONTENT);
      jobs.artifacts().put("images", "b", CONTENT);
      String url = jobs.artifacts().presignedGet(artifact, Duration.ofSeconds(90)).toString();
      for (String changed :
          new String[] {
            url.replace("/images/a", "/images/b"),
            url.replace("Expires=90", "Expires=91"),
            url.replace("versionId=" + artifact.versionId() + "&", ""),
            url.replace("127.0.0.1", "localhost")
          }) {
        assertThat(message(client.get(URI.create(changed)), 403))
            .contains("<Code>SignatureDoesNotMatch</Code>");
      }
      assertThat(message(client.get(URI.create(url.substring(0, url.indexOf('?')))), 403))
          .contains("<Code>AccessDenied</Code>");
      assertThat(jobs.artifactRequests()).extracting(ArtifactRequest::status).containsOnly(403);
      assertThat(jobs.artifactRequests().toString()).doesNotContain("?", "Signature");
    }
  }

  @Test
  void artifactsOutliveTheServiceInItsStateDirectoryAndUrlsDoNot() throws Exception {
    URI old;
    ArtifactVersion artifact;
    int port;
    try (LocalJobs jobs = LocalJobs.builder().stateDirectory(directory).start()) {
      artifact = jobs.artifacts().put("images", "a", CONTENT);
      old = jobs.artifacts().presignedGet(artifact, Duration.ofMinutes(1));
      port = jobs.artifactEndpoint().getPort();
    }
    try (LocalJobs jobs =
        LocalJobs.builder().stateDirectory(directory).artifactPort(port).start()) {
      URI url = jobs.artifacts().presignedGet(artifact, Duration.ofMinutes(1));
      assertThat(client.get(url).body()).isEqualTo(CONTENT);
      assertThat(message(client.get(old), 403)).contains("<Code>SignatureDoesNotMatch</Code>");
    }
  }

  @Test
  void filesThatWereTamperedWithAreNotServed() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().stateDirectory(directory).start()) {
      ArtifactVersion artifact = jobs.artifacts().put("images", "a", CONTENT);
      URI url = jobs.artifacts().presignedGet(artifact, Duration.ofMinutes(1));
      Path bytes = directory.resolve("artifacts").resolve(artifact.versionId());
      Files.write(bytes, new byte[1]);
      assertThatThrownBy(() -> client.get(url)).isInstanceOf(IOException.class);
      Files.delete(bytes);
      assertThat(message(client.get(url), 500)).contains("<Code>InternalError</Code>");
    }
  }

  @Test
  void temporaryArtifactsGoWithTheService() {
    LocalJobs jobs = LocalJobs.builder().start();
    jobs.artifacts().put("images", "a", CONTENT);
    Path certificate = jobs.signer().certificate();
    assertThat(certificate.resolveSibling("artifacts")).isNotEmptyDirectory();
    jobs.close();
    assertThat(certificate.resolveSibling("artifacts")).doesNotExist();
    assertThat(certificate.getParent()).doesNotExist();
  }

  @Test
  void speaksHttp11AsS3Does() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start()) {
      HttpResponse<byte[]> response = client.get(jobs.artifactEndpoint().resolve("/images/a"));
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start()) {
      assertThat(jobs.artifactEndpoint()).hasHost("127.0.0.1").hasScheme("http").hasNoQuery();
      InetAddress another = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
      assertThatThrownBy(() -> new Socket(another, jobs.artifactEndpoint().getPort()).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void namesThePortThatIsTaken() {
    try (LocalJobs first = LocalJobs.builder().start()) {
      int taken = first.artifactEndpoint().getPort();
      LocalJobs.Builder second = LocalJobs.builder().artifactPort(taken);
      assertThatThrownBy(second::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("artifactPort " + taken + " on 127.0.0.1");
    }
  }

  @Test
  void refusesImpossibleTimes() {
    try (LocalJobs jobs = LocalJobs.builder().start()) {
      ArtifactVersion artifact = jobs.artifacts().put("images", "a", CONTENT);
      for (Duration time : new Duration[] {Duration.ofMillis(999), Duration.ofDays(8)}) {
        assertThatThrownBy(() -> jobs.artifacts().presignedGet(artifact, time))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("expiresIn must be 1 second to 7 days, but is " + time);
      }
    }
  }
}
