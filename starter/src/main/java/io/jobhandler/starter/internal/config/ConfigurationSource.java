package io.jobhandler.starter.internal.config;

import io.smallrye.config.EnvConfigSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of the environment and of the file, where the environment beats the file. Names are
 * mapped as MicroProfile Config does: {@code jobhandler.thing-name} is {@code
 * JOBHANDLER_THING_NAME}.
 */
final class ConfigurationSource {
  private static final int ORDINAL = 300;

  private final @Nullable ConfigurationFile file;
  private final Map<String, String> environment;
  private final EnvConfigSource variables;

  ConfigurationSource(@Nullable ConfigurationFile file, Map<String, String> environment) {
    this.file = file;
    this.environment = Map.copyOf(environment);
    this.variables = new EnvConfigSource(this.environment, ORDINAL);
  }

  /** The value of a key, null if it has none. */
  @Nullable ConfiguredValue find(String key) {
    String variable = variables.getValue(key);
    if (variable != null && !variable.isBlank()) {
      return new ConfiguredValue(
          key, inEnvironment(SettingKey.variableName(key)), variable.strip());
    }
    return file == null ? null : file.find(key);
  }

  /**
   * The values of a family, by what its keys differ in. What only the environment knows is in lower
   * case, since a variable does not tell.
   */
  SortedMap<String, ConfiguredValue> findAll(SettingKey family) {
    SortedMap<String, ConfiguredValue> members = new TreeMap<>();
    fileKeys().stream().filter(family::covers).forEach(key -> put(members, family, key));
    Collection<String> taken =
        members.values().stream().map(value -> SettingKey.variableName(value.key())).toList();
    environment.keySet().stream()
        .filter(variable -> family.coversVariable(variable) && !taken.contains(variable))
        .forEach(variable -> put(members, family, keyOf(family, variable)));
    return members;
  }

  private static String keyOf(SettingKey family, String variable) {
    return family.stem() + variable.substring(family.stem().length()).toLowerCase(Locale.ROOT);
  }

  private void put(Map<String, ConfiguredValue> members, SettingKey family, String key) {
    ConfiguredValue value = find(key);
    if (value != null) {
      members.put(key.substring(family.stem().length()), value);
    }
  }

  /** What has our prefix and is no setting, with the place where it is. */
  SortedMap<String, String> unknown() {
    SortedMap<String, String> unknown = new TreeMap<>();
    fileKeys().stream()
        .filter(key -> key.startsWith(SettingKey.PREFIX))
        .filter(key -> SettingKey.all().noneMatch(setting -> setting.covers(key)))
        .forEach(key -> unknown.put(key, inFile(key)));
    environment.keySet().stream()
        .filter(variable -> variable.startsWith(SettingKey.variableName(SettingKey.PREFIX)))
        .filter(variable -> !variable.equals(ConfigurationFinder.VARIABLE))
        .filter(variable -> SettingKey.all().noneMatch(key -> key.coversVariable(variable)))
        .forEach(variable -> unknown.put(variable, "environment"));
    return unknown;
  }

  /** Where the values of single keys came from. */
  Map<SettingKey, String> origins() {
    Map<SettingKey, String> origins = new EnumMap<>(SettingKey.class);
    SettingKey.all()
        .forEach(
            key -> {
              ConfiguredValue value = find(key.key());
              if (value != null) {
                origins.put(key, value.origin());
              }
            });
    return origins;
  }

  /** Where a key could have been said. */
  String places(String key) {
    String variable = inEnvironment(SettingKey.variableName(key));
    return file == null
        ? "no configuration file; " + variable + " not set"
        : "not in " + file.name() + "; " + variable + " not set";
  }

  private static String inEnvironment(String variable) {
    return "environment variable " + variable;
  }

  private Collection<String> fileKeys() {
    return file == null ? List.of() : file.keys();
  }

  private String inFile(String key) {
    return file == null ? "" : file.origin(key);
  }
}
