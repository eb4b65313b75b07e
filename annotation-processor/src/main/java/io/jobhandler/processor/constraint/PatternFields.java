package io.jobhandler.processor.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The constants of a class that hold its regular expressions, each once. */
final class PatternFields {
  private static final int LINE_LENGTH = 100;

  private final Words words;
  private final Map<Constraint.Pattern, String> names = new LinkedHashMap<>();

  PatternFields(Words words) {
    this.words = words;
  }

  String nameOf(Constraint.Pattern pattern) {
    return names.computeIfAbsent(pattern, added -> "PATTERN_" + (names.size() + 1));
  }

  String text() {
    return names.entrySet().stream()
        .map(entry -> field(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("", "", names.isEmpty() ? "" : "\n"));
  }

  private String field(Constraint.Pattern pattern, String name) {
    String flags = pattern.flags() == 0 ? "" : ", " + PatternFlags.source(pattern.flags());
    String start = "  private static final Pattern " + name + " =";
    String value =
        "Pattern.compile(%s%s);\n".formatted(words.literal().apply(pattern.regex()), flags);
    return start + (start.length() + value.length() <= LINE_LENGTH ? " " : "\n      ") + value;
  }
}
