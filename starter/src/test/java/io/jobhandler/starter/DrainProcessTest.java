package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.samples.pump.PumpApp;
import io.jobhandler.starter.testkit.AppProcess;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edge case 26: what a process does with its jobs when SIGTERM comes. */
class DrainProcessTest {
  private static final String THING = "pump-17";
  private static final String PUMP = "{\"operation\":\"pump\"}";

  @TempDir Path folder;

  private final LocalJobs service = LocalJobs.builder().start();

  @AfterEach
  void close() {
    service.close();
  }

  private DeviceFiles device() {
    return DeviceFiles.of(folder, service)
        .with("handler-packages", "io.jobhandler.starter.samples.pump");
  }

  private AppProcess run() throws IOException {
    return AppProcess.Start.of(PumpApp.class, folder).run();
  }

  private JobExecution end(String jobId) throws Exception {
    return service.whenTerminal(THING, jobId).get(30, TimeUnit.SECONDS);
  }

  @Test
  void noJobBeginsAndTheLastAnswerIsWaitedFor() throws Exception {
    device().write();
    service.createJob("job-1", PUMP, THING);
    try (AppProcess app = run()) {
      app.awaitLine("Pumping");
      app.terminate();
      app.awaitLine("draining for up to PT20S");
      service.createJob("job-2", PUMP, THING);
      service.faults().dropResponses(1);
      app.say("7 litres");
      assertThat(app.exitCode()).as(app.output()).isZero();
      assertThat(app.output()).containsOnlyOnce("Pumping").contains("Drained");
    }
    assertThat(end("job-1").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(service.describeJobExecution(THING, "job-2").status())
        .isEqualTo(ExecutionStatus.QUEUED);
  }

  @Test
  void aHandlerThatMayNotBeRunAgainHasTheDrainTimeout() throws Exception {
    device().with("drain-timeout", "PT1S").write();
    service.createJob("job-1", PUMP, THING);
    try (AppProcess app = run()) {
      app.awaitLine("Pumping");
      app.terminate();
      app.awaitLine("is interrupted: CLOSING");
      app.say("too late"); // a read of the standard input cannot be interrupted
      assertThat(app.exitCode()).as(app.output()).isZero();
    }
    assertThat(end("job-1").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
  }

  @Test
  void aHandlerThatMayBeRunAgainIsCutOffAtOnceAndGoesOnAtTheNextStart() throws Exception {
    device().with("on-interrupt.pump", "RERUN").with("max-attempts.pump", "1").write();
    service.createJob("job-1", PUMP, THING);
    try (AppProcess app = run()) {
      app.awaitLine("Pumping");
      app.terminate();
      app.awaitLine("is interrupted: CUT_OFF");
      app.say("too late");
      assertThat(app.exitCode()).as(app.output()).isZero();
    }
    assertThat(service.describeJobExecution(THING, "job-1").status())
        .isEqualTo(ExecutionStatus.IN_PROGRESS);
    try (AppProcess app = run()) {
      app.awaitLine("Pumping");
      app.say("9 litres");
      assertThat(end("job-1").statusDetails()).containsEntry("pumped", "9 litres");
      app.terminate();
      assertThat(app.exitCode()).as(app.output()).isZero();
    }
  }

  @Test
  void aDeviceThatIsOfflineEndsInTime() throws Exception {
    device().with("drain-timeout", "PT0S").write();
    service.createJob("job-1", PUMP, THING);
    try (AppProcess app = run()) {
      app.awaitLine("Pumping");
      service.close();
      app.awaitLine("Connection lost");
      app.terminate();
      app.awaitLine("is interrupted: CLOSING");
      app.say("too late");
      assertThat(app.exitCode()).as(app.output()).isZero();
    }
    assertThat(folder.resolve("journal")).isNotEmptyDirectory();
  }
}
