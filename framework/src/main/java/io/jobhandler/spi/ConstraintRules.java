package io.jobhandler.spi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of Jakarta Validation as generated code asks for them. Null keeps every rule but
 * {@link #isNotBlank} and {@link #isNotEmpty}; that there is a value is a rule of its own.
 *
 * <p>A number is one of {@code java.lang} or {@code java.math}, an {@code OptionalInt}, {@code
 * OptionalLong} or {@code OptionalDouble}, or a text of a number, which breaks the rules for
 * numbers where it is none. What has a size is a text, an array, a collection or a map.
 */
public final class ConstraintRules {

  /** No quoted names, no IP addresses: what people have and no more. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?U)(?=[^@]{1,64}@.{1,255}$)%1$s(?:\\.%1$s)*+@%2$s(?:\\.%2$s)*+"
              .formatted("[\\w!#$%&'*+/=?^`{|}~-]++", "\\w(?:[\\w-]{0,61}\\w)?"));

  private ConstraintRules() {}

  /**
   * Whether a text has a character that is no white space.
   *
   * @param text the text
   * @return false if it is null
   */
  public static boolean isNotBlank(@Nullable CharSequence text) {
    return text != null && text.chars().anyMatch(c -> c > ' ' && !Character.isWhitespace(c));
  }

  /**
   * Whether there is something in it.
   *
   * @param value what has a size
   * @return false if it is null
   */
  public static boolean isNotEmpty(@Nullable Object value) {
    return value != null && hasSize(value, 1, Integer.MAX_VALUE);
  }

  /**
   * Whether a size is within bounds.
   *
   * @param value what has a size
   * @param min the least
   * @param max the most
   * @return whether it is
   */
  public static boolean hasSize(@Nullable Object value, int min, int max) {
    if (value == null) {
      return true;
    }
    int size = Measured.sizeOf(value);
    return min <= size && size <= max;
  }

  /**
   * Whether a number is a bound or greater.
   *
   * @param number the number
   * @param bound the bound in decimal
   * @return whether it is
   */
  public static boolean isAtLeast(@Nullable Object number, String bound) {
    return Measured.compares(number, bound, order -> order >= 0);
  }

  /**
   * Whether a number is greater than a bound.
   *
   * @param number the number
   * @param bound the bound in decimal
   * @return whether it is
   */
  public static boolean isGreater(@Nullable Object number, String bound) {
    return Measured.compares(number, bound, order -> order > 0);
  }

  /**
   * Whether a number is a bound or less.
   *
   * @param number the number
   * @param bound the bound in decimal
   * @return whether it is
   */
  public static boolean isAtMost(@Nullable Object number, String bound) {
    return Measured.compares(number, bound, order -> order <= 0);
  }

  /**
   * Whether a number is less than a bound.
   *
   * @param number the number
   * @param bound the bound in decimal
   * @return whether it is
   */
  public static boolean isLess(@Nullable Object number, String bound) {
    return Measured.compares(number, bound, order -> order < 0);
  }

  /**
   * Whether a number has no more digits.
   *
   * @param number the number
   * @param integer the most digits before the point
   * @param fraction the most digits behind it
   * @return whether it has
   */
  public static boolean hasDigits(@Nullable Object number, int integer, int fraction) {
    return Measured.hasDigits(number, integer, fraction);
  }

  /**
   * Whether a regular expression matches a text as a whole.
   *
   * @param text the text
   * @param pattern the regular expression
   * @return false also where the text is too long for the expression to tell
   */
  public static boolean matches(@Nullable CharSequence text, Pattern pattern) {
    if (text == null) {
      return true;
    }
    try {
      return pattern.matcher(text).matches();
    } catch (StackOverflowError e) {
      return false; // (a|b)* takes the stack for every character of a document
    }
  }

  /**
   * Whether a text is an e-mail address: names of letters, digits and some signs with dots between
   * them, {@code @}, and a domain name. Quoted names and IP addresses are none.
   *
   * @param text the text
   * @return true also for an empty text
   */
  public static boolean isEmail(@Nullable CharSequence text) {
    return text == null || text.isEmpty() || matches(text, EMAIL);
  }
}
