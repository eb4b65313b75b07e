package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** The flags of regular expressions, which have the same names in Jakarta Validation. */
final class PatternFlags {
  private static final Map<String, Integer> FLAGS =
      new TreeMap<>(
          Map.of(
              "UNIX_LINES", Pattern.UNIX_LINES,
              "CASE_INSENSITIVE", Pattern.CASE_INSENSITIVE,
              "COMMENTS", Pattern.COMMENTS,
              "MULTILINE", Pattern.MULTILINE,
              "DOTALL", Pattern.DOTALL,
              "UNICODE_CASE", Pattern.UNICODE_CASE,
              "CANON_EQ", Pattern.CANON_EQ));

  private PatternFlags() {}

  /** The flags of a number as source text. */
  static String source(int flags) {
    return FLAGS.entrySet().stream()
        .filter(flag -> (flags & flag.getValue()) != 0)
        .map(flag -> "Pattern." + flag.getKey())
        .collect(Collectors.joining(" | "));
  }

  /** The flags of an annotation as one number. */
  static int of(WrittenAnnotation written) {
    return written.elements("flags").stream().mapToInt(PatternFlags::of).reduce(0, (a, b) -> a | b);
  }

  private static int of(AnnotationValue flag) {
    return flag.getValue() instanceof VariableElement constant
        ? FLAGS.getOrDefault(constant.getSimpleName().toString(), 0)
        : 0;
  }
}
