package com.example.pump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobhandler.localjobs.ArtifactVersion;
import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.starter.ExitCode;
import io.jobhandler.starter.JobHandlerMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published artifacts, as a device's build and its process meet them. */
class PumpTest {
  @TempDir Path folder;

  @Test
  void theProcessorHasWrittenTheIndex() throws IOException {
    try (var index = getClass().getResourceAsStream("/" + JobDispatcher.INDEX_RESOURCE)) {
      String text = new String(index.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("com.example.pump.SpeedHandler_JobDispatcher"), text);
    }
  }

  @Test
  void aDeviceProcessTakesASignedJobAndDrains() throws Exception {
    try (LocalJobs service = LocalJobs.builder().stateDirectory(folder.resolve("cloud")).start()) {
      Process device = start(service);
      try {
        JobExecution end = run(service);
        assertEquals(ExecutionStatus.SUCCEEDED, end.status(), end.statusDetails().toString());
        assertEquals("1450", end.statusDetails().get("rpm"));
        assertEquals("5", end.statusDetails().get("bytes"));
      } finally {
        device.destroy();
      }
      assertTrue(device.waitFor(30, TimeUnit.SECONDS));
      assertEquals(ExitCode.OK.code(), device.exitValue());
    }
  }

  private Process start(LocalJobs service) throws IOException {
    Path configuration = folder.resolve("jobhandler.properties");
    Files.writeString(
        configuration,
        """
        jobhandler.thing-name=pump-17
        jobhandler.endpoint=%s:%d
        jobhandler.ca-file=%s
        jobhandler.certificate-file=%s
        jobhandler.private-key-file=%s
        jobhandler.journal-directory=%s
        jobhandler.trust-anchor.default=%s
        """
            .formatted(
                service.host(),
                service.mqttsPort(),
                service.caCertificate(),
                service.deviceCertificate(),
                service.devicePrivateKey(),
                folder.resolve("journal"),
                service.signer().certificate()));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            JobHandlerMain.class.getName(),
            "--config",
            configuration.toString())
        .inheritIO()
        .start();
  }

  private static JobExecution run(LocalJobs service) throws Exception {
    ArtifactVersion curve =
        service.artifacts().put("curves", "pump", "curve".getBytes(StandardCharsets.UTF_8));
    service.createJob(
        CreateJob.builder("job-1")
            .document(
                """
                {"operation": "set_speed", "rpm": 1450, "presign": "%s", "codesign": %s}"""
                    .formatted(curve.placeholder(), service.signer().sign(curve).toJson()))
            .targets("pump-17")
            .presignedUrlConfig("arn:aws:iam::123456789012:role/downloads")
            .build());
    return service.whenTerminal("pump-17", "job-1").get(60, TimeUnit.SECONDS);
  }
}
