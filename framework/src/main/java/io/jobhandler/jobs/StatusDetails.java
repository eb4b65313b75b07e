package io.jobhandler.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records do with the details that a message carries. */
final class StatusDetails {
  private StatusDetails() {}

  /**
   * An unmodifiable copy without null values, which some gateways leave where keys were stripped.
   */
  static Map<String, String> orEmpty(@Nullable Map<String, String> details) {
    if (details == null || details.isEmpty()) {
      return Map.of();
    }
    Map<String, String> copy = new LinkedHashMap<>(details);
    copy.values().removeIf(value -> value == null);
    return Map.copyOf(copy);
  }
}
