package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.samples.hanging.HangingHookApp;
import io.jobhandler.starter.testkit.AppProcess;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edge case 17: processes whose handler ignores its interruption. */
class StuckProcessTest {
  private static final String HANG = "{\"operation\":\"hang\"}";

  @TempDir Path folder;

  private DeviceFiles device(LocalJobs service) {
    return DeviceFiles.of(folder, service)
        .with("handler-packages", "io.jobhandler.starter.samples.hanging")
        .with("step-timeout.hang", "PT0.2S")
        .with("grace", "PT0.2S");
  }

  @ParameterizedTest
  @ValueSource(classes = {JobHandlerMain.class, HangingHookApp.class})
  void endWhenTheirJobIsReportedWhateverHangs(Class<?> mainClass) throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      device(service).write();
      service.createJob("job-1", HANG, "pump-17");
      try (AppProcess app = AppProcess.Start.of(mainClass, folder).run()) {
        assertThat(app.exitCode()).as(app.output()).isEqualTo(70);
        assertThat(app.output())
            .contains("The agent is stuck: HANDLER_STUCK, ")
            .contains("HangingHandler.hang() of job job-1 ignores its interruption");
      }
      assertThat(service.whenTerminal("pump-17", "job-1").get(10, TimeUnit.SECONDS).statusDetails())
          .containsEntry("reasonCode", "STEP_TIMEOUT");
    }
  }

  @Test
  void endInTimeWhenToldTo() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      device(service).with("grace", "PT1H").with("drain-timeout", "PT0S").write();
      service.createJob("job-1", HANG, "pump-17");
      try (AppProcess app = AppProcess.Start.of(JobHandlerMain.class, folder).run()) {
        app.awaitLine("is interrupted: DEADLINE");
        app.terminate();
        assertThat(app.exitCode()).as(app.output()).isZero();
      }
    }
  }
}
