package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.starter.settings.ConfigurationFault;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How faults of single values are told. */
class FaultsTest {
  @TempDir Path folder;

  private DeviceFiles device;

  @BeforeEach
  void makeDevice() throws Exception {
    device = DeviceFiles.create(folder);
  }

  @Test
  void allAreToldAtOnceWithTheirPlaceAndRemedy() throws Exception {
    device
        .without("thing-name")
        .with("grace", "soon")
        .with("ca-file", folder.resolve("none.pem"))
        .with("drain-timeot", "PT1S");
    Path file = folder.resolve("jobhandler.properties");
    List<ConfigurationFault> faults =
        Readings.faults(device, Map.of("JOBHANDLER_MAX_PAYLOAD_BYTES", "0"));
    assertThat(faults)
        .containsExactly(
            new ConfigurationFault(
                "jobhandler.thing-name",
                "not in %s; environment variable JOBHANDLER_THING_NAME not set".formatted(file),
                "is not set",
                "expected the thing's name, 1 to 128 characters of [a-zA-Z0-9:_-], for example"
                    + " pump-17"),
            new ConfigurationFault(
                "jobhandler.ca-file",
                file + ":1",
                "the file '%s' does not exist".formatted(folder.resolve("none.pem")),
                "expected a PEM file with the certificates that the endpoint's certificate is"
                    + " checked against, for example /etc/pump/AmazonRootCA1.pem"),
            new ConfigurationFault(
                "jobhandler.grace",
                file + ":5",
                "'soon' is no such duration",
                "expected an ISO-8601 duration from PT0S to PT1H, for example PT30S"),
            new ConfigurationFault(
                "jobhandler.max-payload-bytes",
                "environment variable JOBHANDLER_MAX_PAYLOAD_BYTES",
                "'0' is no such number",
                "expected a whole number of bytes from 1 to 2147483648, for example 268435456"),
            new ConfigurationFault(
                "jobhandler.drain-timeot",
                file + ":3",
                "is no known setting",
                "did you mean jobhandler.drain-timeout?"));
    assertThat(new InvalidConfigurationException(faults))
        .hasMessageStartingWith("The configuration has 5 faults:")
        .hasMessageContaining("\n  jobhandler.grace (" + file + ":5): 'soon' is no such duration;");
  }

  @ParameterizedTest
  @CsvSource({
    "thing-name, pump 17",
    "endpoint, https://example.com",
    "endpoint, example.com:99999",
    "endpoint, example.com:0",
    "endpoint, exam ple.com",
    "default-step-timeout, P7D",
    "default-step-timeout, PT0S",
    "step-timeout.pump, 10m",
    "grace, PT-1S",
    "drain-timeout, PT25H",
    "unknown-operations, leave",
    "max-concurrent-executions, 11",
    "max-attempts, 0",
    "max-attempts.pump, 101",
    "on-interrupt.pump, UNSET",
    "retry-backoff, PT61M",
    "restart-timeout, PT0S",
    "handler-packages, com..example",
    "publishes-per-second, 1001",
    "publishes-per-second, 4.0",
    "request-timeout, PT0S",
    "max-reconnect-delay, PT0S",
    "max-payload-bytes, 1 MiB",
    "trust-anchor.signer, /none.pem",
    "journal-directory, /dev/null/journal",
    "payload-directory, /dev/null"
  })
  void isRefused(String name, String value) {
    List<String> faults = Readings.faults(device.with(name, value));
    assertThat(faults).hasSize(1).first().asString().startsWith("jobhandler." + name + " (");
  }

  @Test
  void anOperationMustBeAName() {
    assertThat(Readings.faults(device.with("step-timeout.pump\\ up", "PT1S")))
        .singleElement()
        .asString()
        .contains("jobhandler.step-timeout.pump up (")
        .contains("'pump up' is not 1 to 128 characters of [a-zA-Z0-9:_.-]");
  }

  @Test
  void aFolderMustBeOne() throws Exception {
    Path file = Files.createFile(folder.resolve("journal"));
    assertThat(Readings.faults(device))
        .singleElement()
        .asString()
        .contains("'%s' cannot be a folder, '%s' is none".formatted(file, file));
  }

  @Test
  void whatMayBeASecretIsNotRepeated() {
    String key = "-----BEGIN PRIVATE KEY-----c2VjcmV0-----END PRIVATE KEY-----";
    device.with("private-key-file", key).with("endpoint", "user:c2VjcmV0@example.com");
    List<String> faults =
        Readings.faults(device, Map.of("JOBHANDLER_PASSWORD", "c2VjcmV0")).stream()
            .map(ConfigurationFault::toString)
            .toList();
    assertThat(faults).hasSize(3).noneMatch(fault -> fault.contains("c2VjcmV0"));
    assertThat(faults.get(1)).contains("the value (60 characters, not shown) is no name of a file");
  }
}
