package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads over HTTP and over the Java API. */
class ArtifactUploadTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final String HELLO_ETAG = "\"5d41402abc4b2a76b9719d911017c592\"";

  @TempDir Path directory;
  private final ArtifactClient client = new ArtifactClient();
  private LocalJobs jobs = LocalJobs.builder().start();

  @AfterEach
  void stop() {
    jobs.close();
  }

  private URI at(String path) {
    return jobs.artifactEndpoint().resolve(path);
  }

  @Test
  void everyPutIsANewVersion() throws Exception {
    HttpResponse<String> first = client.put(at("/images/a/b.bin"), BodyPublishers.ofString("old"));
    HttpResponse<String> second =
        client.put(at("/images/a/b.bin"), BodyPublishers.ofByteArray(HELLO));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.headers().firstValue("ETag")).contains(HELLO_ETAG);
    String old = version(first);
    assertThat(version(second)).isNotEqualTo(old);
    ArtifactVersion version = new ArtifactVersion("images", "a/b.bin", old, "", 0);
    assertThat(client.get(jobs.artifacts().presignedGet(version, HOUR)).body())
        .isEqualTo("old".getBytes(UTF_8));
    assertThat(jobs.artifactRequests().get(0))
        .isEqualTo(new ArtifactRequest("PUT", "/images/a/b.bin", null, 200));
  }

  private static String version(HttpResponse<?> response) {
    return response.headers().firstValue("x-amz-version-id").orElseThrow();
  }

  @Test
  void describesWhatItPut() throws Exception {
    Path file = Files.write(directory.resolve("f"), HELLO);
    ArtifactVersion fromFile = jobs.artifacts().put("images", "f", file);
    ArtifactVersion fromBytes = jobs.artifacts().put("images", "f", HELLO);
    assertThat(fromFile)
        .isEqualTo(new ArtifactVersion("images", "f", fromFile.versionId(), HELLO_ETAG, 5));
    assertThat(fromBytes.versionId()).isNotEqualTo(fromFile.versionId());
    assertThat(file).exists();
    assertThat(jobs.artifacts().put("images", "empty", new byte[0]).size()).isZero();
  }

  @Test
  void takesLargeImages() throws Exception {
    Path image = directory.resolve("image");
    byte[] mebibyte = new byte[1 << 20];
    new Random(1).nextBytes(mebibyte);
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    try (var out = Files.newOutputStream(image)) {
      for (int i = 0; i < 40; i++) {
        out.write(mebibyte);
        md5.update(mebibyte);
      }
    }
    HttpResponse<String> put = client.put(at("/images/big"), BodyPublishers.ofFile(image));
    assertThat(put.headers().firstValue("ETag"))
        .contains('"' + HexFormat.of().formatHex(md5.digest()) + '"');
    ArtifactVersion version =
        new ArtifactVersion("images", "big", version(put), "", Files.size(image));
    Path copy = directory.resolve("copy");
    client.get(jobs.artifacts().presignedGet(version, HOUR), BodyHandlers.ofFile(copy));
    assertThat(Files.mismatch(image, copy)).isEqualTo(-1);
  }

  @Test
  void takesAnyKey() throws Exception {
    String key = "ein Schlüssel/+&=?%7E~*'\"<ü>/../a//b";
    HttpResponse<String> put =
        client.put(
            at("/images/ein%20Schl%c3%bcssel/+&=%3f%257E~*'%22%3C%C3%BC%3E/%2E./a//b"),
            BodyPublishers.ofByteArray(HELLO));
    ArtifactVersion version = new ArtifactVersion("images", key, version(put), "", 5);
    URI url = jobs.artifacts().presignedGet(version, HOUR);
    assertThat(client.get(url).body()).isEqualTo(HELLO);
    assertThat(url.getPath()).isEqualTo("/images/" + key);
  }

  @ParameterizedTest
  @CsvSource({
    "/, 400, InvalidURI",
    "/images, 400, InvalidURI",
    "/images/, 400, InvalidURI",
    "/Images/a, 400, InvalidBucketName",
    "/im/a, 400, InvalidBucketName"
  })
  void refusesNames(String path, int status, String code) throws Exception {
    HttpResponse<String> put = client.put(at(path), BodyPublishers.ofByteArray(HELLO));
    assertThat(put.statusCode()).isEqualTo(status);
    assertThat(put.body()).contains("<Code>" + code + "</Code>");
  }

  @ParameterizedTest
  @CsvSource({
    "/images/a?tagging, x-other, x",
    "/images/a?partNumber=1&uploadId=2, x-other, x",
    "/images/a, x-amz-copy-source, /images/b",
    "/images/a, Content-Encoding, aws-chunked",
    "/images/a, x-amz-content-sha256, STREAMING-UNSIGNED-PAYLOAD-TRAILER"
  })
  void refusesWhatIsNoPlainUpload(String path, String header, String value) throws Exception {
    HttpResponse<byte[]> put = client.send("PUT", at(path), header, value);
    assertThat(put.statusCode()).isEqualTo(501);
    assertThat(new String(put.body(), UTF_8)).contains("<Code>NotImplemented</Code>");
  }

  @Test
  void takesUploadsThatAreSignedForNothing() throws Exception {
    URI url = at("/images/a?x-id=PutObject&X-Amz-Signature=0");
    assertThat(client.put(url, BodyPublishers.ofByteArray(HELLO)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesNamesInJava() {
    assertThatThrownBy(() -> jobs.artifacts().put("images", "ä".repeat(513), HELLO))
        .isInstanceOf(LocalJobsException.class)
        .hasMessage("KeyTooLongError: A key has at most 1024 bytes in UTF-8");
    assertThatThrownBy(() -> jobs.artifacts().put("images", "\ud83d", HELLO))
        .hasMessageStartingWith("InvalidURI: ");
    assertThatThrownBy(() -> jobs.artifacts().put("Images", "a", HELLO))
        .hasMessageStartingWith("InvalidBucketName: ");
    assertThatThrownBy(() -> jobs.artifacts().put("images", "a", directory.resolve("none")))
        .hasMessage("cannot store images/a");
  }

  @Test
  void refusesOtherMethods() throws Exception {
    HttpResponse<byte[]> deleted = client.send("DELETE", at("/images/a"));
    assertThat(deleted.statusCode()).isEqualTo(405);
    assertThat(deleted.headers().firstValue("Allow")).contains("GET, HEAD, PUT");
    assertThat(new String(deleted.body(), UTF_8)).contains("<Code>MethodNotAllowed</Code>");
  }

  @Test
  void anUploadThatIsCutShortLeavesNothing() throws Exception {
    jobs.close();
    jobs = LocalJobs.builder().stateDirectory(directory).start();
    ArtifactVersion whole = jobs.artifacts().put("images", "a", HELLO);
    Path artifacts = directory.resolve("artifacts");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at("/").getPort())) {
      String head = "PUT /images/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      await(() -> count(artifacts) == 3);
    }
    await(() -> count(artifacts) == 2);
    jobs.close();
    jobs = LocalJobs.builder().stateDirectory(directory).start();
    assertThat(client.get(jobs.artifacts().presignedGet(whole, HOUR)).body()).isEqualTo(HELLO);
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
