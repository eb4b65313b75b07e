package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.HostAndPort;
import io.jobhandler.OnInterrupt;
import io.jobhandler.agent.AttemptSettings;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.agent.PayloadSettings;
import io.jobhandler.agent.UnknownOperations;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.spi.MqttConnection.Tls;
import io.jobhandler.starter.settings.StarterSettings;
import io.jobhandler.starter.testkit.DeviceFiles;
import io.jobhandler.starter.testkit.PemFiles;
import io.jobhandler.starter.testkit.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a configuration without faults. */
class ConfigurationReaderTest {
  @TempDir Path folder;

  private DeviceFiles device;

  @BeforeEach
  void makeDevice() throws Exception {
    device = DeviceFiles.create(folder);
  }

  @Test
  void sixValuesAreEnough() throws Exception {
    Configuration configuration = Readings.read(device);
    StarterSettings settings = configuration.settings();
    assertThat(settings.thingName()).isEqualTo("pump-17");
    assertThat(configuration.endpoint()).isEqualTo(HostAndPort.fromParts("localhost", 8883));
    assertThat(settings.connection().clientId()).isEqualTo("pump-17");
    assertThat(settings.connection().tls())
        .isEqualTo(
            new Tls(
                folder.resolve("device.pem.crt"),
                folder.resolve("device.private.key"),
                folder.resolve("ca.pem")));
    assertThat(settings.journalDirectory()).isEqualTo(folder.resolve("journal"));
    assertThat(settings.agent()).isEqualTo(JobAgentSettings.defaults());
    assertThat(settings.client()).isEqualTo(JobsClientSettings.defaults());
    assertThat(settings.handlerPackages()).isEmpty();
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.trustAnchors()).isEmpty();
    assertThat(settings.payloadDirectory()).isEqualTo(folder.resolve("payloads"));
    assertThat(settings.payloads()).isEqualTo(PayloadSettings.defaults());
    assertThat(configuration.warnings()).isEmpty();
  }

  @Test
  void everythingCanBeSet() throws Exception {
    Path signer =
        PemFiles.write(folder.resolve("signer.pem"), new TestAuthority("s").certificate());
    device
        .with("endpoint", "[::1]:443")
        .with("client-id", "pump 17")
        .with("default-step-timeout", "PT2H")
        .with("step-timeout.firmware_update", "PT30M")
        .with("step-timeout.Odd\\:name.v-2", "P6D")
        .with("grace", "PT0S")
        .with("drain-timeout", "PT1M")
        .with("progress-interval", "PT0.2S")
        .with("unknown-operations", "LEAVE")
        .with("max-concurrent-executions", "4")
        .with("max-attempts", "2")
        .with("max-attempts.firmware_update", "7")
        .with("on-interrupt.firmware_update", "RESUME")
        .with("retry-backoff", "PT10S")
        .with("restart-timeout", "PT1H")
        .with("handler-packages", "com.example.pump, com.example.valve")
        .with("publishes-per-second", "0")
        .with("request-timeout", "PT5S")
        .with("max-reconnect-delay", "PT0.5S")
        .with("trust-anchor.release-2026", signer)
        .with("payload-directory", folder.resolve("images"))
        .with("max-payload-bytes", "1024");
    Configuration configuration = Readings.read(device);
    StarterSettings settings = configuration.settings();
    assertThat(configuration.endpoint()).isEqualTo(HostAndPort.fromParts("::1", 443));
    assertThat(settings.connection().clientId()).isEqualTo("pump 17");
    assertThat(settings.connection().minReconnectDelay()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.connection().maxReconnectDelay()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.agent())
        .isEqualTo(
            JobAgentSettings.defaults()
                .withStepTimeouts(
                    Duration.ofHours(2),
                    Map.of(
                        "firmware_update", Duration.ofMinutes(30),
                        "Odd:name.v-2", Duration.ofDays(6)),
                    Duration.ZERO)
                .withProgressInterval(Duration.ofMillis(200))
                .withUnknownOperations(UnknownOperations.LEAVE)
                .withMaxConcurrentExecutions(4)
                .withAttempts(
                    AttemptSettings.defaults()
                        .withMaxAttempts(2, Map.of("firmware_update", 7))
                        .withOnInterrupt(Map.of("firmware_update", OnInterrupt.RESUME))
                        .withTimes(Duration.ofSeconds(10), Duration.ofHours(1))));
    assertThat(settings.client())
        .isEqualTo(
            JobsClientSettings.defaults()
                .withPublishesPerSecond(0)
                .withRequests(Duration.ofSeconds(5), 4));
    assertThat(settings.handlerPackages()).containsExactly("com.example.pump", "com.example.valve");
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.trustAnchors()).containsOnly(Map.entry("release-2026", signer));
    assertThat(settings.payloadDirectory()).isEqualTo(folder.resolve("images"));
    assertThat(settings.payloads().maxBytes()).isEqualTo(1024);
  }

  @Test
  void theEnvironmentBeatsTheFile() throws Exception {
    device.with("grace", "PT1S").with("step-timeout.firmware_update", "PT1S");
    Map<String, String> environment =
        Map.of(
            "JOBHANDLER_THING_NAME", "pump-18",
            "JOBHANDLER_GRACE", "PT2S",
            "JOBHANDLER_STEP_TIMEOUT_FIRMWARE_UPDATE", "PT2S",
            "JOBHANDLER_STEP_TIMEOUT_CONFIG_UPDATE", "PT3S");
    StarterSettings settings = Readings.read(device, environment).settings();
    assertThat(settings.thingName()).isEqualTo("pump-18");
    assertThat(settings.agent().grace()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.agent().stepTimeouts())
        .containsOnly(
            Map.entry("firmware_update", Duration.ofSeconds(2)),
            Map.entry("config_update", Duration.ofSeconds(3)));
  }

  @Test
  void aVariableFindsTheOperationOfTheFileWhateverItsCase() throws Exception {
    device.with("step-timeout.Firmware.Update-2", "PT1S");
    Map<String, String> environment = Map.of("JOBHANDLER_STEP_TIMEOUT_FIRMWARE_UPDATE_2", "PT2S");
    assertThat(Readings.read(device, environment).settings().agent().stepTimeouts())
        .containsOnly(Map.entry("Firmware.Update-2", Duration.ofSeconds(2)));
  }

  @Test
  void whatIsEmptyIsNotSet() throws Exception {
    device.with("client-id", "").with("grace", "  ");
    StarterSettings settings =
        Readings.read(device, Map.of("JOBHANDLER_THING_NAME", " ")).settings();
    assertThat(settings.thingName()).isEqualTo("pump-17");
    assertThat(settings.connection().clientId()).isEqualTo("pump-17");
    assertThat(settings.agent().grace()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void othersMayKeepTheirSettingsInTheSameFile() throws Exception {
    Path file = device.write();
    Files.writeString(file, "pump.litres=${x}\n", StandardOpenOption.APPEND);
    assertThat(
            Readings.reader(folder, Map.of("PUMP", "1"), Clock.systemUTC())
                .read(file.toString())
                .settings()
                .thingName())
        .isEqualTo("pump-17");
  }
}
