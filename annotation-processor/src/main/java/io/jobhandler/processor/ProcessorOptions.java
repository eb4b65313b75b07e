package io.jobhandler.processor;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options that the processors are given with {@code -A}.
 *
 * @param documentation whether schemas, templates and the catalogue are written
 * @param nativeImage the folder of GraalVM's metadata
 */
record ProcessorOptions(boolean documentation, String nativeImage) {
  static final String DOCUMENTATION = "jobhandler.documentation";
  static final String NATIVE_IMAGE = "jobhandler.nativeImage";
  static final Set<String> NAMES = Set.of(DOCUMENTATION, NATIVE_IMAGE);

  /** The folders in it are named like classes, so that no two jars have the same. */
  private static final String DEFAULT_FOLDER = "io.jobhandler/handlers";

  private static final Pattern FOLDER =
      Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]*/[a-zA-Z0-9_][a-zA-Z0-9_.-]*");

  /** A wrong value counts as left out. */
  static ProcessorOptions of(Map<String, String> values) {
    String folder = value(values, NATIVE_IMAGE, DEFAULT_FOLDER);
    return new ProcessorOptions(
        !"false".equals(values.get(DOCUMENTATION)),
        FOLDER.matcher(folder).matches() ? folder : DEFAULT_FOLDER);
  }

  static void check(Map<String, String> values, ErrorReporter reporter) {
    String documentation = value(values, DOCUMENTATION, "true");
    if (!Set.of("true", "false").contains(documentation)) {
      report(DOCUMENTATION, documentation, "true or false", reporter);
    }
    String folder = value(values, NATIVE_IMAGE, DEFAULT_FOLDER);
    if (!FOLDER.matcher(folder).matches()) {
      report(NATIVE_IMAGE, folder, "group/artifact, for instance com.example/pump", reporter);
    }
  }

  /** Compilers say null where nothing stands behind the equals sign. */
  private static String value(Map<String, String> values, String name, String leftOut) {
    return values.containsKey(name) ? Objects.requireNonNullElse(values.get(name), "") : leftOut;
  }

  private static void report(String name, String value, String expected, ErrorReporter reporter) {
    reporter.error(
        ErrorCode.INVALID_OPTION,
        "option -A%s is '%s': expected %s".formatted(name, value, expected));
  }
}
