package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.samples.restarting.RestartingApp;
import io.jobhandler.starter.testkit.AppProcess;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end because a handler goes on after a restart. */
class RestartProcessTest {
  @TempDir Path folder;

  private AppProcess run(Class<?> mainClass) throws Exception {
    return AppProcess.Start.of(mainClass, folder).run();
  }

  private void configure(LocalJobs service) throws Exception {
    DeviceFiles.of(folder, service)
        .with("handler-packages", "io.jobhandler.starter.samples.restarting")
        .write();
  }

  private static JobExecution end(LocalJobs service) throws Exception {
    return service.whenTerminal("pump-17", "job-1").get(30, TimeUnit.SECONDS);
  }

  @Test
  void aRestartOfTheProcessIsTheSupervisorsToMake() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      configure(service);
      service.createJob("job-1", "{\"operation\":\"restart\"}", "pump-17");
      try (AppProcess app = run(JobHandlerMain.class)) {
        assertThat(app.exitCode()).as(app.output()).isEqualTo(75);
        assertThat(app.output()).contains("A handler asks for a restart: the process ends with 75");
      }
      try (AppProcess app = run(JobHandlerMain.class)) {
        assertThat(end(service).statusDetails())
            .containsEntry("checkpoint", "before")
            .containsEntry("cause", "PROCESS_RESTART");
        app.terminate();
        assertThat(app.exitCode()).as(app.output()).isZero();
      }
    }
  }

  @Test
  void aRebootIsTheSupervisorsToMakeToo() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      configure(service);
      service.createJob("job-1", "{\"operation\":\"reboot\"}", "pump-17");
      try (AppProcess app = run(JobHandlerMain.class)) {
        assertThat(app.exitCode()).as(app.output()).isEqualTo(76);
        assertThat(app.output()).contains("A handler asks for a reboot: the process ends with 76");
      }
    }
  }

  @Test
  void anAppMayRebootByItself() throws Exception {
    Files.writeString(folder.resolve("boot"), "the first boot");
    try (LocalJobs service = LocalJobs.builder().start()) {
      configure(service);
      service.createJob("job-1", "{\"operation\":\"reboot\"}", "pump-17");
      try (AppProcess app = run(RestartingApp.class)) {
        assertThat(app.exitCode()).as(app.output()).isEqualTo(76);
      }
      assertThat(folder.resolve("boot")).hasContent("the next boot");
      try (AppProcess app = run(RestartingApp.class)) {
        assertThat(end(service).statusDetails()).containsEntry("cause", "REBOOT");
        app.terminate();
        assertThat(app.exitCode()).as(app.output()).isZero();
      }
    }
  }
}
