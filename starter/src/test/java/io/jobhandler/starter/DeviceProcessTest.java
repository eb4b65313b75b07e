package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.samples.pump.PumpApp;
import io.jobhandler.starter.testkit.AppProcess;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device app in a process of its own, with mutual TLS. */
class DeviceProcessTest {
  private static final String SAMPLES = "io.jobhandler.starter.samples.pump";

  @TempDir Path folder;

  @Test
  void drainsTheRunningJobWhenToldToEnd() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      service.createJob("job-1", "{\"operation\":\"pump\"}", "pump-17");
      Path file = DeviceFiles.of(folder, service).with("handler-packages", SAMPLES).write();
      try (AppProcess app =
          AppProcess.Start.of(PumpApp.class, folder).run("--config", file.toString())) {
        app.awaitLine("Pumping");
        app.terminate();
        app.awaitLine("draining for up to PT20S");
        app.say("7 litres");
        assertThat(app.exitCode()).as(app.output()).isZero();
      }
      JobExecution end = service.whenTerminal("pump-17", "job-1").get(10, TimeUnit.SECONDS);
      assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(end.statusDetails()).containsEntry("pumped", "7 litres");
    }
  }

  @Test
  void mainFindsModulesByTheServiceLoader() throws Exception {
    Path services = Files.createDirectories(folder.resolve("more/META-INF/services"));
    Files.writeString(
        services.resolve("com.google.inject.Module"),
        "io.jobhandler.starter.samples.pump.PumpModule");
    try (LocalJobs service = LocalJobs.builder().start()) {
      DeviceFiles.of(folder, service).with("handler-packages", SAMPLES).write();
      service.createJob("job-1", "{\"operation\":\"pump\"}", "pump-17");
      try (AppProcess app =
          AppProcess.Start.of(JobHandlerMain.class, folder)
              .withClassPath(folder.resolve("more"))
              .run()) {
        app.awaitLine("Pumping");
        app.say("1 litre");
        JobExecution end = service.whenTerminal("pump-17", "job-1").get(30, TimeUnit.SECONDS);
        assertThat(end.statusDetails()).containsEntry("pumped", "1 litre");
        app.terminate();
        assertThat(app.exitCode()).as(app.output()).isZero();
      }
    }
  }
}
