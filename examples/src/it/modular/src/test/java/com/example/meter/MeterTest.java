package com.example.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device process on the module path, where nothing is on the class path. */
class MeterTest {
  @TempDir Path folder;

  @Test
  void aModularDeviceTakesAJobAndDrains() throws Exception {
    try (LocalJobs service = LocalJobs.builder().stateDirectory(folder.resolve("cloud")).start()) {
      Process device = start(service);
      try {
        service.createJob(
            "job-1",
            "{\"operation\": \"set_interval\", \"seconds\": 30, \"unit\": \"LITRES\"}",
            "meter-4");
        JobExecution end = service.whenTerminal("meter-4", "job-1").get(60, TimeUnit.SECONDS);
        assertEquals(ExecutionStatus.SUCCEEDED, end.status(), end.statusDetails().toString());
        assertEquals("30 s", end.statusDetails().get("interval"));
      } finally {
        device.destroy();
      }
      assertEquals(true, device.waitFor(30, TimeUnit.SECONDS));
      assertEquals(0, device.exitValue());
    }
  }

  private Process start(LocalJobs service) throws IOException {
    Path configuration = folder.resolve("jobhandler.properties");
    Files.writeString(
        configuration,
        """
        jobhandler.thing-name=meter-4
        jobhandler.endpoint=%s:%d
        jobhandler.ca-file=%s
        jobhandler.certificate-file=%s
        jobhandler.private-key-file=%s
        jobhandler.journal-directory=%s
        """
            .formatted(
                service.host(),
                service.mqttsPort(),
                service.caCertificate(),
                service.deviceCertificate(),
                service.devicePrivateKey(),
                folder.resolve("journal")));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-p",
            "target/classes" + File.pathSeparator + "target/lib",
            "--add-modules",
            "com.example.meter",
            "-m",
            "io.jobhandler.starter/io.jobhandler.starter.JobHandlerMain",
            "--config",
            configuration.toString())
        .inheritIO()
        .start();
  }
}
