package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.crt.mqtt5.QOS;

/** Job documents with presigned URLs on their way to a device, and the downloads from there. */
class PresignedDeliveryTest {
  private static final String JOBS = "$aws/things/thing-1/jobs/";
  private static final String ROLE = "arn:aws:iam::123456789012:role/download";
  private static final String PLAIN =
      "${aws:iot:s3-presigned-url:https://s3.eu-west-1.amazonaws.com/images/%s}";
  private static final Pattern URL = Pattern.compile("\"(http://127.0.0.1[^\"]+)\"");
  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T12:00:00Z"));
  private final LocalJobs jobs = LocalJobs.builder().clock(clock).start();
  private final ArtifactClient client = new ArtifactClient();
  private Mqtt5Device device;

  @BeforeEach
  void connect() throws Exception {
    device = Mqtt5Device.plain(jobs, "device");
    device.subscribe(QOS.AT_LEAST_ONCE, JOBS + "#");
  }

  @AfterEach
  void stop() {
    device.close();
    jobs.close();
  }

  private static CreateJob.Builder job(String document) {
    return CreateJob.builder("job-1").document(document).targets("thing-1");
  }

  private static List<URI> urls(String payload) {
    List<URI> urls = new ArrayList<>();
    Matcher matcher = URL.matcher(payload);
    while (matcher.find()) {
      urls.add(URI.create(matcher.group(1)));
    }
    return urls;
  }

  private String ask(String subtopic, String payload) throws Exception {
    device.publish(JOBS + subtopic, payload);
    return device.next(JOBS + subtopic + "/accepted");
  }

  @Test
  void everyDeliveryHasAUrlOfItsOwn() throws Exception {
    jobs.artifacts().put("images", "a", CONTENT);
    String document = "{ \"n\":1.0, \"url\":\"" + PLAIN.formatted("a") + "\" }";
    jobs.createJob(job(document).presignedUrlConfig(ROLE).build());
    device.next(JOBS + "notify");
    List<URI> urls = new ArrayList<>();
    urls.addAll(urls(device.next(JOBS + "notify-next")));
    urls.addAll(urls(ask("job-1/get", "{}")));
    urls.addAll(urls(ask("$next/get", "{}")));
    urls.addAll(urls(ask("start-next", "{}")));
    String update = "{\"status\":\"IN_PROGRESS\",\"includeJobDocument\":true}";
    String updated = ask("job-1/update", update);
    urls.addAll(urls(updated));
    assertThat(urls).hasSize(5).doesNotHaveDuplicates();
    assertThat(updated).contains("\"jobDocument\":{ \"n\":1.0, \"url\":\"http://127.0.0.1:");
    for (URI url : urls) {
      assertThat(client.get(url).body()).isEqualTo(CONTENT);
    }
    assertThat(jobs.describeJob("job-1").document()).isEqualTo(document);
    assertThat(ask("job-1/get", "{\"includeJobDocument\":false}")).doesNotContain("http");
  }

  @Test
  void theEncodedFormNamesAVersion() throws Exception {
    ArtifactVersion old = jobs.artifacts().put("images", "a b/\u00e4+.bin", CONTENT);
    jobs.artifacts().put("images", "a b/\u00e4+.bin", new byte[1]);
    String document = "{\"url\":\"" + old.placeholder() + "\"}";
    jobs.createJob(job(document).presignedUrlConfig(ROLE).build());
    device.next(JOBS + "notify");
    URI url = urls(device.next(JOBS + "notify-next")).get(0);
    assertThat(client.get(url).body()).isEqualTo(CONTENT);
  }

  @Test
  void fillsAllPlacesWhetherThereIsAnObjectOrNot() throws Exception {
    String document = "{\"files\":[[{\"u\":\"%1$s\"}],\"%1$s\"]}".formatted(PLAIN.formatted("no"));
    jobs.createJob(job(document).presignedUrlConfig(ROLE).build());
    device.next(JOBS + "notify");
    List<URI> urls = urls(device.next(JOBS + "notify-next"));
    assertThat(urls).hasSize(2).doesNotHaveDuplicates();
    assertThat(urls.get(0).getRawQuery()).contains("%2Feu-west-1%2Fs3%2F", "Expires=3600");
    assertThat(client.get(urls.get(0)).statusCode()).isEqualTo(404);
    assertThat(new String(client.get(urls.get(1)).body(), UTF_8)).contains("NoSuchKey");
  }

  @Test
  void urlsExpireAndANewDeliveryMakesUpForIt() throws Exception {
    jobs.artifacts().put("images", "a", CONTENT);
    String document = "{\"url\":\"" + PLAIN.formatted("a") + "\"}";
    jobs.createJob(job(document).presignedUrlConfig(ROLE, 60).build());
    device.next(JOBS + "notify");
    URI first = urls(device.next(JOBS + "notify-next")).get(0);
    clock.advance(Duration.ofSeconds(60));
    assertThat(client.get(first).statusCode()).isEqualTo(403);
    URI second = urls(ask("job-1/get", "{}")).get(0);
    assertThat(client.get(second).body()).isEqualTo(CONTENT);
  }

  @Test
  void refusesAPlaceholderWithoutARole() {
    LocalJobsException error =
        catchThrowableOfType(
            LocalJobsException.class,
            () -> jobs.createJob(job("{\"url\":\"" + PLAIN.formatted("a") + "\"}").build()));
    assertThat(error.errorName()).isEqualTo("InvalidRequestException");
    assertThat(error).hasMessageContaining("presignedUrlConfig must give a roleArn");
  }

  @Test
  void refusesAPlaceholderWithoutEnd() {
    CreateJob request = job("{\"url\":\"${aws:iot:s3-presigned-url:https\"}").build();
    LocalJobsException error =
        catchThrowableOfType(LocalJobsException.class, () -> jobs.createJob(request));
    assertThat(error.errorName()).isEqualTo("InvalidJobDocumentException");
    assertThatThrownBy(() -> jobs.describeJob("job-1")).hasMessageContaining("ResourceNotFound");
  }

  @ParameterizedTest
  @ValueSource(longs = {59, 3601, -1})
  void refusesTimesOutOfRange(long expiresInSec) {
    CreateJob request = job("{}").presignedUrlConfig(ROLE, expiresInSec).build();
    assertThatThrownBy(() -> jobs.createJob(request))
        .hasMessage(
            "InvalidRequestException: presignedUrlConfig: expiresInSec must be 60 to 3600, but is "
                + expiresInSec);
  }

  @Test
  void checksTheLengthOfTheRole() {
    CreateJob shortRole = job("{}").presignedUrlConfig("r".repeat(19)).build();
    assertThatThrownBy(() -> jobs.createJob(shortRole))
        .hasMessageContaining("roleArn's length must be 20 to 2048, but is 19");
    jobs.createJob(job("{}").presignedUrlConfig("r".repeat(2048), 60).build());
    assertThat(jobs.describeJob("job-1").presignedUrlConfig())
        .isEqualTo(new PresignedUrlConfig("r".repeat(2048), 60));
  }
}
