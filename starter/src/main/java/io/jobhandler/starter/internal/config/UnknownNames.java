package io.jobhandler.starter.internal.config;

import io.jobhandler.starter.internal.fault.Faults;
import java.util.Comparator;
import java.util.Optional;

/** Refuses what looks like a setting and is none, and says what may have been meant. */
final class UnknownNames {
  private UnknownNames() {}

  static void refuse(ConfigurationSource source, Faults faults) {
    source
        .unknown()
        .forEach((name, origin) -> faults.add(name, origin, "is no known setting", remedy(name)));
  }

  private static String remedy(String name) {
    boolean variable = !name.startsWith(SettingKey.PREFIX);
    Optional<String> meant = nearest(name, variable);
    return meant
        .map(shown -> "did you mean " + shown + "?")
        .orElse("remove it, or see docs/starter.md for the settings there are");
  }

  private static Optional<String> nearest(String name, boolean variable) {
    int most = Math.max(2, name.length() / 5);
    return SettingKey.all()
        .filter(key -> distance(name, key, variable) <= most)
        .min(Comparator.comparingInt(key -> distance(name, key, variable)))
        .map(key -> variable ? variableOf(key) : key.key());
  }

  private static int distance(String name, SettingKey key, boolean variable) {
    String stem = variable ? SettingKey.variableName(key.stem()) : key.stem();
    return EditDistance.between(key.isFamily() ? beginning(name, stem, variable) : name, stem);
  }

  /** What a name has in place of a family's stem: up to its second dot where it has dots. */
  private static String beginning(String name, String stem, boolean variable) {
    int end = variable ? stem.length() : name.indexOf('.', SettingKey.PREFIX.length()) + 1;
    return end > 0 && end < name.length() ? name.substring(0, end) : name;
  }

  private static String variableOf(SettingKey key) {
    String stem = SettingKey.variableName(key.stem());
    return key.isFamily() ? stem + "*" : stem;
  }
}
