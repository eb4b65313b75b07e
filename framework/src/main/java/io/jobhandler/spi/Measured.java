package io.jobhandler.spi;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Sizes and numbers, whatever they are the size or the number of. */
final class Measured {
  /** A longer text is no number: reading it would take a device seconds. */
  private static final int MAX_NUMBER_LENGTH = 1000;

  private Measured() {}

  static int sizeOf(Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    }
    if (value instanceof Collection<?> collection) {
      return collection.size();
    }
    return value instanceof Map<?, ?> map ? map.size() : Array.getLength(value);
  }

  /** Whether a number and a bound are in an order; null is. */
  static boolean compares(@Nullable Object value, String bound, IntPredicate order) {
    Object number = contentOf(value);
    if (number == null) {
      return true;
    }
    if (isInfinite(number)) {
      return order.test(((Number) number).doubleValue() > 0 ? 1 : -1);
    }
    BigDecimal decimal = decimalOf(number);
    return decimal != null && order.test(decimal.compareTo(new BigDecimal(bound)));
  }

  static boolean hasDigits(@Nullable Object value, int integer, int fraction) {
    Object number = contentOf(value);
    if (number == null) {
      return true;
    }
    BigDecimal written = decimalOf(number);
    if (written == null) {
      return false;
    }
    // 2.0 is how Java writes a double that is 2; in a decimal or a text somebody wrote the zero.
    BigDecimal decimal =
        number instanceof Double || number instanceof Float
            ? written.stripTrailingZeros()
            : written;
    return (long) decimal.precision() - decimal.scale() <= integer && decimal.scale() <= fraction;
  }

  private static @Nullable Object contentOf(@Nullable Object value) {
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? optional.getAsInt() : null;
    }
    if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? optional.getAsLong() : null;
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? optional.getAsDouble() : null;
    }
    return value;
  }

  private static boolean isInfinite(Object number) {
    return (number instanceof Double || number instanceof Float)
        && Double.isInfinite(((Number) number).doubleValue());
  }

  /** The number as it is written, null for a text of none and for what is not a number. */
  private static @Nullable BigDecimal decimalOf(Object number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    String text = number.toString();
    if (text.length() > MAX_NUMBER_LENGTH) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null; // NaN is none either
    }
  }
}
