package io.jobhandler.processor.schema;

import io.jobhandler.processor.constraint.Constraint;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Regular expressions of Java that mean the same in ECMA-262, which schemas are written in.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core#section-6.4">JSON Schema,
 *     Regular Expressions</a>
 */
final class PortablePattern {
  private static final String ESCAPE =
      "\\\\(?:[dDwWnrtf.\\-/\\\\\\[\\](){}+*?|^$]|u[0-9a-fA-F]{4})";
  private static final String PLAIN = "[^\\\\\\[\\](){}+*?|]";
  private static final String GROUP = "\\((?:\\?[:=!]|(?!\\?))|\\)|\\|";
  private static final String CLASS =
      "\\[\\^?(?:(?!&&)[^\\\\\\[\\]]|" + ESCAPE.replace("|u", "|[s]|u") + ")+]";
  private static final String REPEATED = "(?:[*+?]|\\{[0-9]+(?:,[0-9]*)?})(?![+])\\??";

  /** Possessive quantifiers, inline flags, classes of classes and the like are not among them. */
  private static final Pattern PORTABLE =
      Pattern.compile(
          "(?:(?:%s|%s|%s)|(?:%s)|(?:%s))*".formatted(PLAIN, ESCAPE, CLASS, GROUP, REPEATED));

  private PortablePattern() {}

  /** The pattern for a schema; empty where there is none that means the same. */
  static Optional<String> of(Constraint.Pattern pattern) {
    boolean portable = pattern.flags() == 0 && PORTABLE.matcher(pattern.regex()).matches();
    return portable ? Optional.of("^(?:" + pattern.regex() + ")$") : Optional.empty();
  }
}
