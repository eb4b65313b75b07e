package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.starter.settings.ConfigurationFault;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Reads configurations of tests. */
final class Readings {
  private Readings() {}

  static Configuration read(DeviceFiles device) throws IOException {
    return read(device, Map.of());
  }

  static Configuration read(DeviceFiles device, Map<String, String> environment)
      throws IOException {
    return reader(device.folder(), environment, Clock.systemUTC()).read(device.write().toString());
  }

  static ConfigurationReader reader(Path folder, Map<String, String> environment, Clock clock) {
    return new ConfigurationReader(environment, folder, Readings.class.getClassLoader(), clock);
  }

  static List<ConfigurationFault> faults(DeviceFiles device, Map<String, String> environment) {
    return catchThrowableOfType(
            InvalidConfigurationException.class, () -> read(device, environment))
        .faults();
  }

  static List<String> faults(DeviceFiles device) {
    return faults(device, Map.of()).stream().map(ConfigurationFault::toString).toList();
  }
}
