package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.samples.pump.PumpApp;
import io.jobhandler.starter.testkit.AppProcess;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How processes end that cannot do their work. */
class ExitCodeProcessTest {
  private static final String SAMPLES = "io.jobhandler.starter.samples.pump";

  @TempDir Path folder;

  @Test
  void faultsOfTheConfiguration() throws Exception {
    DeviceFiles.create(folder).without("thing-name").with("grace", "soon").write();
    Map<String, String> environment = Map.of("JOBHANDLER_GARCE", "PT1S");
    try (AppProcess app =
        AppProcess.Start.of(PumpApp.class, folder).withEnvironment(environment).run()) {
      assertThat(app.exitCode()).isEqualTo(78);
      assertThat(app.output())
          .contains("The configuration has 3 faults:")
          .contains("jobhandler.thing-name (not in jobhandler.properties;")
          .contains("jobhandler.grace (jobhandler.properties:4): 'soon' is no such duration;")
          .contains("JOBHANDLER_GARCE (environment): is no known setting; did you mean");
    }
  }

  @Test
  void aWrongAuthority() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start();
        LocalJobs stranger = LocalJobs.builder().start()) {
      DeviceFiles.of(folder, service)
          .with("ca-file", stranger.caCertificate())
          .with("handler-packages", SAMPLES)
          .write();
      try (AppProcess app = AppProcess.Start.of(PumpApp.class, folder).run()) {
        assertThat(app.exitCode()).isEqualTo(78);
        assertThat(app.output()).contains("jobhandler.ca-file (jobhandler.properties:1)");
      }
      assertThat(service.traffic().total().connects()).isZero();
    }
  }

  @Test
  void aHandlerWhoseCollaboratorIsNotBound() throws Exception {
    DeviceFiles.create(folder).with("handler-packages", SAMPLES).write();
    try (AppProcess app = AppProcess.Start.of(JobHandlerMain.class, folder).run()) {
      assertThat(app.exitCode()).isEqualTo(78);
      assertThat(app.output())
          .contains("The handler io.jobhandler.starter.samples.pump.PumpHandler cannot be made: ")
          .contains("Pump was bound.")
          .contains("bind what is missing in a module that is passed to JobHandlerApp.run");
    }
  }

  @Test
  void aForbiddenSubscription() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      service.faults().refuseSubscription("$aws/things/pump-17/jobs/notify-next");
      DeviceFiles.of(folder, service).with("handler-packages", SAMPLES).write();
      try (AppProcess app = AppProcess.Start.of(PumpApp.class, folder).run()) {
        assertThat(app.exitCode()).isEqualTo(77);
        assertThat(app.output()).contains("iot:Subscribe");
      }
    }
  }

  @Test
  void aSubscriptionThatIsForbiddenLater() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      DeviceFiles.of(folder, service)
          .with("handler-packages", SAMPLES)
          .with("max-reconnect-delay", "PT0.1S")
          .write();
      service.createJob("job-1", "{\"operation\":\"pump\"}", "pump-17");
      try (AppProcess app = AppProcess.Start.of(PumpApp.class, folder).run()) {
        app.awaitLine("Pumping");
        service.faults().denySubscription("$aws/things/pump-17/jobs/notify-next");
        service.faults().disconnectClients();
        app.awaitLine("iot:Subscribe");
        app.say("7 litres");
        assertThat(app.exitCode()).as(app.output()).isEqualTo(77);
      }
      service.faults().clear();
      try (AppProcess app = AppProcess.Start.of(PumpApp.class, folder).run()) {
        assertThat(
                service.whenTerminal("pump-17", "job-1").get(30, TimeUnit.SECONDS).statusDetails())
            .containsEntry("pumped", "7 litres");
        app.terminate();
        assertThat(app.exitCode()).as(app.output()).isZero();
      }
    }
  }

  @Test
  void aDeviceThatIsOffline() throws Exception {
    int port;
    try (LocalJobs service = LocalJobs.builder().start()) {
      port = service.mqttsPort();
    }
    DeviceFiles.create(folder)
        .with("endpoint", "localhost:" + port)
        .with("handler-packages", SAMPLES)
        .write();
    try (AppProcess app = AppProcess.Start.of(PumpApp.class, folder).run()) {
      app.awaitLine("could not be checked, and is tried again");
      app.awaitLine("Cannot connect, trying again");
      app.terminate();
      assertThat(app.exitCode()).as(app.output()).isZero();
    }
  }
}
