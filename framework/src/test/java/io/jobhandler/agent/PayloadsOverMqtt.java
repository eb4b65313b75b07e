package io.jobhandler.agent;

import io.jobhandler.localjobs.ArtifactVersion;
import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.payload.TrustAnchor;
import io.jobhandler.payload.TrustAnchors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Jobs with payloads, from the local service's artifacts to an agent's handlers. */
final class PayloadsOverMqtt implements AutoCloseable {
  static final String BUCKET = "firmware";
  static final int SIZE = 300_000;

  private static final String ROLE = "arn:aws:iam::123456789012:role/downloads";

  final AgentOverMqtt thing;
  final PayloadHandlers handlers = new PayloadHandlers();
  final Path payloadDirectory;
  final byte[] content = new byte[SIZE];
  final ArtifactVersion image;

  PayloadsOverMqtt(Path folder) {
    thing = new AgentOverMqtt(folder);
    payloadDirectory = folder.resolve("payloads");
    new Random(1).nextBytes(content);
    image = thing.service.artifacts().put(BUCKET, "image", content);
  }

  /** An agent that trusts the service's signer, with little patience. */
  JobAgentBuilder builder() {
    String signer = thing.service.signer().certificatePem();
    return thing
        .builder()
        .handlers(handlers)
        .payloadDirectory(payloadDirectory)
        .payloadSettings(
            PayloadSettings.defaults().withTimeouts(Duration.ofSeconds(20), Duration.ofMillis(300)))
        .trustAnchors(
            TrustAnchors.of(
                List.of(
                    TrustAnchor.ofPem(TrustAnchors.DEFAULT_ALIAS, signer),
                    TrustAnchor.ofPem("vendor", signer))));
  }

  void start() throws Exception {
    thing.start(builder().build());
  }

  /** What the local signer says of the artifact. */
  String signature(ArtifactVersion artifact) {
    return thing.service.signer().sign(artifact).toJson();
  }

  /** A job in the guide's layout, with whatever is said of its signature. */
  JobExecution runFlat(String jobId, ArtifactVersion artifact, String codesign) throws Exception {
    return run(
        jobId,
        """
        {"operation": "flat", "version": 2, "presign": "%s", "codesign": %s}"""
            .formatted(artifact.placeholder(), codesign));
  }

  JobExecution run(String jobId, String document) throws Exception {
    thing.service.createJob(
        CreateJob.builder(jobId)
            .document(document)
            .targets(AgentOverMqtt.THING)
            .presignedUrlConfig(ROLE)
            .build());
    return thing.end(jobId);
  }

  @Override
  public void close() {
    thing.close();
  }
}
