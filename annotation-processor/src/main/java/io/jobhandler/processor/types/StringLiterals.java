package io.jobhandler.processor.types;

/**
 * Strings as Java source has them, in ASCII. Not those of {@code Elements.getConstantExpression}:
 * Eclipse's compiler leaves quotes in them as they are.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10.7">Escape
 *     sequences</a>
 */
public final class StringLiterals {
  private StringLiterals() {}

  public static String of(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      literal.append(escaped(text.charAt(i)));
    }
    return literal.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default ->
          c >= ' ' && c <= '~'
              ? String.valueOf(c)
              : "\\u" + Integer.toHexString(0x1_0000 | c).substring(1);
    };
  }
}
