package io.jobhandler.localjobs.internal.mqtt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A valid topic filter, split into its levels. */
record TopicFilter(String text, List<String> levels, boolean exact) {
  private static final String ONE = "+";
  private static final String REST = "#";

  /** Reads a filter; null if it is not valid. */
  static @Nullable TopicFilter parse(String text) {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      return null;
    }
    List<String> levels = List.of(text.split("/", -1));
    boolean exact = true;
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      boolean wildcard = level.equals(ONE) || (level.equals(REST) && i == levels.size() - 1);
      if (!wildcard && (level.contains(ONE) || level.contains(REST))) {
        return null;
      }
      exact &= !wildcard;
    }
    return new TopicFilter(text, levels, exact);
  }

  boolean matches(String topic) {
    return exact ? text.equals(topic) : matches(topic.split("/", -1));
  }

  private boolean matches(String[] topic) {
    if (topic[0].startsWith("$") && !levels.get(0).equals(topic[0])) {
      // A wildcard at the first level never stands for a reserved topic.
      return false;
    }
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).equals(REST)) {
        return true;
      }
      if (i >= topic.length || !(levels.get(i).equals(ONE) || levels.get(i).equals(topic[i]))) {
        return false;
      }
    }
    return topic.length == levels.size();
  }
}
