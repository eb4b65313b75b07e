package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.internal.config.ConfigurationReader;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end by themselves. */
class AppRunTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void showsHelp() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);
    assertThat(text(out)).contains("--config FILE").contains("jobhandler.step-timeout.*");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void showsItsVersion() {
    assertThat(run("--version")).isEqualTo(ExitCode.OK);
    assertThat(text(out)).matches("jobhandler-starter \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void refusesUnknownArguments() {
    assertThat(run("--port=1")).isEqualTo(ExitCode.USAGE);
    assertThat(text(err)).startsWith("unknown argument '--port=1'").contains("--config FILE");
  }

  @Test
  void tellsTheFaultsOfTheConfiguration() {
    assertThat(run("--check")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(text(err))
        .startsWith("The configuration has 6 faults:")
        .contains(
            "jobhandler.thing-name (no configuration file; environment variable"
                + " JOBHANDLER_THING_NAME not set): is not set;");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void checksAConfigurationThatIsRight() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      Path file = DeviceFiles.of(folder, service).write();
      assertThat(run("--check", "--config", file.toString())).isEqualTo(ExitCode.OK);
      assertThat(text(out)).contains("The configuration can be used.");
      assertThat(text(err)).isEmpty();
      assertThat(folder.resolve("journal")).doesNotExist();
    }
  }

  @Test
  void checksTheCertificateOfTheEndpoint() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start();
        LocalJobs stranger = LocalJobs.builder().start()) {
      Path file = DeviceFiles.of(folder, service).with("ca-file", stranger.caCertificate()).write();
      assertThat(run("--check", "--config", file.toString())).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(text(err))
          .contains("jobhandler.ca-file (" + file + ":1): the certificate of localhost:")
          .contains("Amazon Root CA 1");
    }
  }

  @Test
  void anEndpointThatCannotBeReachedIsNoFault() throws Exception {
    int port;
    try (LocalJobs service = LocalJobs.builder().start()) {
      port = service.mqttsPort();
    }
    Path file = DeviceFiles.create(folder).with("endpoint", "localhost:" + port).write();
    assertThat(run("--check", "--config", file.toString())).isEqualTo(ExitCode.OK);
    assertThat(text(err)).contains("The endpoint localhost:" + port + " could not be checked");
  }

  private ExitCode run(String... args) {
    ConfigurationReader configurations =
        new ConfigurationReader(
            Map.of(), folder, AppRunTest.class.getClassLoader(), Clock.systemUTC());
    return new AppRun(
            new GuiceAgents(List.of()), configurations, Duration.ZERO, print(out), print(err))
        .run(args);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
