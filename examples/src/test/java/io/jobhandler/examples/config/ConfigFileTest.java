package io.jobhandler.examples.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  private static final DeviceConfig ONE = new DeviceConfig(1, 60, "readings");
  private static final DeviceConfig TWO = new DeviceConfig(2, 30, "readings");

  @TempDir Path folder;

  @Test
  void replacesAndRollsBack() throws IOException {
    ConfigFile file = new ConfigFile(folder.resolve("config.json"));

    file.replace(ONE);
    file.replace(TWO);
    assertThat(file.read()).isEqualTo(TWO);

    file.rollBack();
    assertThat(file.read()).isEqualTo(ONE);
  }

  @Test
  void rollsTheFirstConfigurationBackToNone() throws IOException {
    ConfigFile file = new ConfigFile(folder.resolve("config.json"));

    file.replace(ONE);
    file.rollBack();

    assertThat(folder.resolve("config.json")).doesNotExist();
  }

  @Test
  void saysWhatKeepsItFromBeingRead() throws IOException {
    ConfigFile file = new ConfigFile(folder.resolve("config.json"));

    assertThat(file.fault()).isEmpty();
    file.replace(ONE);
    assertThat(file.fault()).isEmpty();
    Files.writeString(folder.resolve("config.json"), "{");
    assertThat(file.fault()).get(STRING).startsWith("the configuration cannot be read: ");
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> new DeviceConfig(1, 0, "readings"))
        .hasMessage("reportIntervalSeconds is 0, expected 1 to 86400");
    assertThatThrownBy(() -> new DeviceConfig(0, 1, "readings"))
        .hasMessage("version is 0, expected 1 or more");
  }
}
