package io.jobhandler.agent;

import static io.jobhandler.agent.PayloadsOverMqtt.SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ArtifactFaults;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.payload.TrustAnchors;
import io.jobhandler.testing.TestSigner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads that no handler may see, and how their jobs end. */
class PayloadRefusalTest {
  private final PayloadsOverMqtt payloads;

  PayloadRefusalTest(@TempDir Path folder) {
    payloads = new PayloadsOverMqtt(folder);
  }

  @AfterEach
  void close() {
    payloads.close();
  }

  private String signature() {
    return payloads.signature(payloads.image);
  }

  private JobExecution run(String codesign) throws Exception {
    return payloads.runFlat("job", payloads.image, codesign);
  }

  /** Refused without a byte of the payload, and without ever being IN_PROGRESS. */
  private void assertRejectedWhileQueued(JobExecution end, String reasonCode) {
    assertEnded(end, ExecutionStatus.REJECTED, reasonCode);
    assertThat(payloads.thing.statuses("job")).containsExactly(ExecutionStatus.REJECTED);
    assertThat(payloads.thing.service.artifactRequests()).isEmpty();
  }

  private void assertRejectedAfterDownload(JobExecution end, String reasonCode) {
    assertEnded(end, ExecutionStatus.REJECTED, reasonCode);
    assertThat(payloads.thing.statuses("job"))
        .isEqualTo(List.of(ExecutionStatus.IN_PROGRESS, ExecutionStatus.REJECTED));
  }

  private void assertEnded(JobExecution end, ExecutionStatus status, String reasonCode) {
    assertThat(end.statusDetails()).containsEntry("reasonCode", reasonCode);
    assertThat(end.status()).isEqualTo(status);
    assertThat(payloads.handlers.given).isEmpty();
    assertThat(end.statusDetails().toString()).doesNotContain("X-Amz-");
  }

  @Test
  void missingSignature() throws Exception {
    payloads.start();

    assertRejectedWhileQueued(run("null"), "SIGNATURE_MISSING");
  }

  @Test
  void unknownAlgorithm() throws Exception {
    payloads.start();

    assertRejectedWhileQueued(
        run(signature().replace("SHA256withECDSA", "SHA1withECDSA")), "ALGORITHM_NOT_ALLOWED");
  }

  @Test
  void malformedSignature() throws Exception {
    payloads.start();

    assertRejectedWhileQueued(
        run(signature().replaceFirst("\"signature\":\"[^\"]*", "\"signature\":\"AAAA")),
        "SIGNATURE_INVALID");
  }

  @Test
  void noTrustAnchor() throws Exception {
    payloads.thing.start(payloads.builder().trustAnchors(TrustAnchors.none()).build());

    assertRejectedWhileQueued(run(signature()), "TRUST_ANCHOR_MISSING");
  }

  @Test
  void largerThanAllowed() throws Exception {
    payloads.thing.start(
        payloads
            .builder()
            .payloadSettings(PayloadSettings.defaults().withMaxBytes(SIZE - 1))
            .build());

    assertRejectedWhileQueued(run(signature()), "PAYLOAD_SIZE");
  }

  @Test
  void notHttpsAndNotThisDevice() throws Exception {
    payloads.start();

    JobExecution end =
        payloads.run(
            "job",
            """
            {"operation": "flat", "version": 2, "presign": "http://192.0.2.1/x?X-Amz-Signature=1",
             "codesign": %s}"""
                .formatted(signature()));

    assertRejectedWhileQueued(end, "INVALID_DOCUMENT");
  }

  @Test
  void changedBytes() throws Exception {
    payloads.start();
    payloads.thing.service.faults().artifacts().wrongBytes(ArtifactFaults.ALWAYS);

    assertRejectedAfterDownload(run(signature()), "SIGNATURE_INVALID");
  }

  @Test
  void signedByAnotherKey() throws Exception {
    payloads.thing.start(
        payloads
            .builder()
            .trustAnchors(TrustAnchors.of(List.of(TestSigner.create().anchor("default"))))
            .build());

    assertRejectedAfterDownload(run(signature()), "SIGNATURE_INVALID");
  }

  @Test
  void fewerBytesThanDeclared() throws Exception {
    payloads.start();

    assertRejectedAfterDownload(
        run(signature().replace("" + SIZE, "" + (SIZE + 1))), "PAYLOAD_SIZE");
  }

  @Test
  void moreBytesThanDeclared() throws Exception {
    payloads.start();

    assertRejectedAfterDownload(
        run(signature().replace("" + SIZE, "" + (SIZE - 1))), "PAYLOAD_SIZE");
  }

  @Test
  void notToBeHad() throws Exception {
    payloads.start();
    payloads.thing.service.faults().artifacts().expire(ArtifactFaults.ALWAYS);

    assertEnded(run(signature()), ExecutionStatus.FAILED, "DOWNLOAD_FAILED");
  }

  @Test
  void noFileIsLeft() throws Exception {
    payloads.start();
    payloads.thing.service.faults().artifacts().wrongBytes(ArtifactFaults.ALWAYS);

    assertRejectedAfterDownload(run(signature()), "SIGNATURE_INVALID");
    assertThat(payloads.payloadDirectory).isEmptyDirectory();
  }
}
