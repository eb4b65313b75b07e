package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ArtifactFaults;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.testkit.LogCapture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service's real presigned URLs, in jobs that end in all ways: their queries are in nothing
 * that the agent logs, stores or reports.
 */
class PayloadSecrecyOverMqttTest {
  /** What every query of them begins with. */
  private static final String CANARY = "X-Amz-";

  private final Path folder;
  private final PayloadsOverMqtt payloads;
  private final List<JobExecution> ends = new ArrayList<>();

  PayloadSecrecyOverMqttTest(@TempDir Path folder) {
    this.folder = folder;
    payloads = new PayloadsOverMqtt(folder);
  }

  @AfterEach
  void close() {
    payloads.close();
  }

  private void run(String jobId, String codesign) throws Exception {
    ends.add(payloads.runFlat(jobId, payloads.image, codesign));
  }

  private void runWith(String jobId, Runnable fault) throws Exception {
    fault.run();
    run(jobId, payloads.signature(payloads.image));
    payloads.thing.service.faults().clear();
  }

  @Test
  void noQueryLeavesTheDevice() throws Exception {
    ArtifactFaults faults = payloads.thing.service.faults().artifacts();
    try (LogCapture log = LogCapture.ofFramework();
        WrittenJournal journal = new WrittenJournal(folder.resolve("written"))) {
      payloads.thing.start(payloads.builder().journal(journal).build());

      runWith("good", () -> {});
      runWith("expired-once", () -> faults.expire(1));
      runWith("expired", () -> faults.expire(ArtifactFaults.ALWAYS));
      runWith("wrong", () -> faults.wrongBytes(ArtifactFaults.ALWAYS));
      runWith("short", () -> faults.shortBytes(ArtifactFaults.ALWAYS));
      runWith("truncated", () -> faults.truncate(1));
      runWith("stalled", () -> faults.stall(1));
      run("unsigned", "null");
      run("malformed", "{\"rawPayloadSize\": \"many\"}");
      ends.add(
          payloads.run(
              "misplaced",
              "{\"operation\":\"flat\",\"version\":\"%s\"}"
                  .formatted(payloads.image.placeholder())));
      ends.add(
          payloads.run(
              "no-handler", "{\"operation\":\"%s\"}".formatted(payloads.image.placeholder())));

      assertThat(payloads.thing.service.artifactRequests()).hasSizeGreaterThan(8);
      assertThat(ends).extracting(JobExecution::status).hasSize(11);
      assertThat(ends.toString()).contains("DOWNLOAD_FAILED").doesNotContain(CANARY);
      assertThat(journal.written()).contains("DOWNLOAD_FAILED").doesNotContain(CANARY);
      assertThat(log.text()).contains("image?...").doesNotContain(CANARY);
    }
  }
}
