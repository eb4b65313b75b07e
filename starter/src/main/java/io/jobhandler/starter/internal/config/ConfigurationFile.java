package io.jobhandler.starter.internal.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A properties file in UTF-8, which knows the line of each value. */
final class ConfigurationFile {
  private static final int ORDINAL = 100;

  private final String name;
  private final PropertiesConfigSource source;

  private ConfigurationFile(String name, PropertiesConfigSource source) {
    this.name = name;
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @param name the file as people are to see it
   * @param location where it lies
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is no properties file
   */
  static ConfigurationFile read(String name, URL location) throws IOException {
    return new ConfigurationFile(name, new PropertiesConfigSource(location, ORDINAL));
  }

  String name() {
    return name;
  }

  Set<String> keys() {
    return source.getPropertyNames();
  }

  /** The value of a key, null if there is none or it is blank. */
  @Nullable ConfiguredValue find(String key) {
    ConfigValue value = source.getConfigValue(key);
    if (value == null || value.getRawValue() == null || value.getRawValue().isBlank()) {
      return null;
    }
    return new ConfiguredValue(key, origin(value), value.getRawValue().strip());
  }

  String origin(String key) {
    ConfigValue value = source.getConfigValue(key);
    return value == null ? name : origin(value);
  }

  private String origin(ConfigValue value) {
    return name + ":" + value.getLineNumber();
  }
}
