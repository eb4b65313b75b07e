package io.jobhandler.starter.internal.config;

import com.google.common.net.HostAndPort;
import io.jobhandler.starter.internal.credentials.DeviceCredentials;
import io.jobhandler.starter.settings.ConfigurationFault;
import io.jobhandler.starter.settings.StarterSettings;
import java.util.List;
import java.util.Map;

/**
 * A configuration without faults.
 *
 * @param settings what it says
 * @param credentials what the files that it names hold
 * @param warnings what is not good, but no fault
 * @param origins where its values came from, by key
 */
public record Configuration(
    StarterSettings settings,
    DeviceCredentials credentials,
    List<String> warnings,
    Map<SettingKey, String> origins) {

  /** Copies the lists. */
  public Configuration {
    warnings = List.copyOf(warnings);
    origins = Map.copyOf(origins);
  }

  /** Where to connect. */
  public HostAndPort endpoint() {
    return HostAndPort.fromParts(settings.connection().endpoint(), settings.connection().port());
  }

  /** A fault that showed only later. */
  public ConfigurationFault fault(SettingKey key, String problem, String remedy) {
    return new ConfigurationFault(key.key(), origins.getOrDefault(key, "default"), problem, remedy);
  }
}
