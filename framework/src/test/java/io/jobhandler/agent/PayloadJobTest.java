package io.jobhandler.agent;

import static io.jobhandler.agent.PayloadsOverMqtt.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.localjobs.ArtifactRequest;
import io.jobhandler.localjobs.ArtifactVersion;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed payloads, over real HTTP and MQTT, in the layouts that documents have. */
class PayloadJobTest {
  private final PayloadsOverMqtt payloads;

  PayloadJobTest(@TempDir Path folder) {
    payloads = new PayloadsOverMqtt(folder);
  }

  @BeforeEach
  void start() throws Exception {
    payloads.start();
  }

  @AfterEach
  void close() {
    payloads.close();
  }

  private static void assertSucceeded(JobExecution end) {
    assertThat(end.status())
        .as(() -> end.statusDetails().toString())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void givesTheHandlerWhatWasSigned() throws Exception {
    JobExecution end = payloads.runFlat("job", payloads.image, payloads.signature(payloads.image));

    assertSucceeded(end);
    assertThat(end.statusDetails()).containsEntry("version", "2");
    assertThat(payloads.handlers.given).containsExactly(payloads.content);
  }

  @Test
  void findsPayloadsDeepInTheDocument() throws Exception {
    JobExecution end =
        payloads.run(
            "job",
            """
            {"operation": "nested", "image": {"url": "%s", "codesign": %s}}"""
                .formatted(payloads.image.placeholder(), payloads.signature(payloads.image)));

    assertSucceeded(end);
    assertThat(payloads.handlers.given).containsExactly(payloads.content);
  }

  @Test
  void bringsSeveralPayloadsInTheDocumentsOrder() throws Exception {
    byte[] notes = "notes".getBytes(StandardCharsets.UTF_8);
    ArtifactVersion second = payloads.thing.service.artifacts().put(BUCKET, "notes", notes);

    JobExecution end =
        payloads.run(
            "job",
            """
            {"operation": "several", "files": {
              "image": {"url": "%s", "codesign": %s},
              "notes": {"url": "%s", "codesign": %s}}}"""
                .formatted(
                    payloads.image.placeholder(),
                    payloads.signature(payloads.image),
                    second.placeholder(),
                    payloads.signature(second)));

    assertSucceeded(end);
    assertThat(end.statusDetails()).containsEntry("files", "image notes");
    assertThat(payloads.handlers.given).containsExactly(payloads.content, notes);
  }

  @Test
  void asksForAFreshUrlWhenOneHasExpired() throws Exception {
    payloads.thing.service.faults().artifacts().expire(1);

    assertSucceeded(payloads.runFlat("job", payloads.image, payloads.signature(payloads.image)));
    assertThat(payloads.thing.service.artifactRequests())
        .extracting(ArtifactRequest::status)
        .containsExactly(403, 200);
  }

  @Test
  void goesOnWhereABodyBrokeOff() throws Exception {
    payloads.thing.service.faults().artifacts().truncate(1);

    assertSucceeded(payloads.runFlat("job", payloads.image, payloads.signature(payloads.image)));
    assertThat(payloads.thing.service.artifactRequests())
        .extracting(ArtifactRequest::status)
        .hasSize(2)
        .startsWith(200); // then 206, or 200 where the client dropped what had come
  }

  @Test
  void asksAgainWhereABodyStalls() throws Exception {
    payloads.thing.service.faults().artifacts().stall(1);

    assertSucceeded(payloads.runFlat("job", payloads.image, payloads.signature(payloads.image)));
    assertThat(payloads.handlers.given).containsExactly(payloads.content);
  }

  @Test
  void removesThePayloadWhenTheJobIsOver() throws Exception {
    assertSucceeded(payloads.runFlat("job", payloads.image, payloads.signature(payloads.image)));

    assertThat(payloads.handlers.files).hasSize(1);
    await().untilAsserted(() -> assertThat(payloads.payloadDirectory).isEmptyDirectory());
  }
}
