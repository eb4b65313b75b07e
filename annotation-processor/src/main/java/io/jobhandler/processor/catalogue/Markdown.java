package io.jobhandler.processor.catalogue;

import java.util.regex.Pattern;

/** Text that means itself in Markdown. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|#]");

  private Markdown() {}

  static String text(String plain) {
    return SPECIAL.matcher(plain).replaceAll("\\\\$0");
  }

  /** In a cell of a table. */
  static String cell(String plain) {
    return text(plain).replaceAll("\\s+", " ").strip();
  }

  /** Code in a cell of a table; backslashes have no meaning in it. */
  static String code(String plain) {
    return plain.isEmpty() ? "" : "`" + plain.replace("`", "'").replace("|", "\\|") + "`";
  }
}
