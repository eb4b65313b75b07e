package io.jobhandler.processor.constraint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a value. Null is fine for all but {@link NotNull}, {@link NotBlank} and {@link
 * NotEmpty}.
 */
public sealed interface Constraint {

  /**
   * What must hold, as the end of a sentence.
   *
   * @param parts what the value has so many of, for instance {@code characters}
   */
  String rule(String parts);

  /** Anything but null. */
  record NotNull() implements Constraint {
    @Override
    public String rule(String parts) {
      return "must not be null";
    }
  }

  /** Null and nothing else. */
  record Null() implements Constraint {
    @Override
    public String rule(String parts) {
      return "must be null";
    }
  }

  /** A text with a character that is no white space. */
  record NotBlank() implements Constraint {
    @Override
    public String rule(String parts) {
      return "must not be blank";
    }
  }

  /** A text, an array, a collection or a map that has something in it. */
  record NotEmpty() implements Constraint {
    @Override
    public String rule(String parts) {
      return "must not be empty";
    }
  }

  /**
   * How much a text, an array, a collection or a map holds.
   *
   * @param min the least, from 0
   * @param max the most, {@link Integer#MAX_VALUE} for no bound
   */
  record Size(int min, int max) implements Constraint {
    @Override
    public String rule(String parts) {
      boolean one = max == 1 || (min == 1 && max == Integer.MAX_VALUE);
      return "must have " + count() + " " + (one ? singular(parts) : parts);
    }

    private static String singular(String parts) {
      return parts.replaceFirst("ies$", "ys").replaceFirst("s$", "");
    }

    private String count() {
      if (max == Integer.MAX_VALUE) {
        return "at least " + min;
      }
      if (min == max) {
        return "exactly " + min;
      }
      return min == 0 ? "at most " + max : min + " to " + max;
    }
  }

  /**
   * A number that is not too small, or a text of one: Min, DecimalMin, Positive, PositiveOrZero.
   *
   * @param bound the bound
   * @param inclusive whether the number may be the bound itself
   */
  record Least(BigDecimal bound, boolean inclusive) implements Constraint {
    @Override
    public String rule(String parts) {
      return (inclusive ? "must be at least " : "must be greater than ") + bound;
    }
  }

  /**
   * A number that is not too great, or a text of one: Max, DecimalMax, Negative, NegativeOrZero.
   *
   * @param bound the bound
   * @param inclusive whether the number may be the bound itself
   */
  record Most(BigDecimal bound, boolean inclusive) implements Constraint {
    @Override
    public String rule(String parts) {
      return (inclusive ? "must be at most " : "must be less than ") + bound;
    }
  }

  /**
   * A number, or a text of one, with no more digits.
   *
   * @param integer the most before the point
   * @param fraction the most behind it
   */
  record Digits(int integer, int fraction) implements Constraint {
    @Override
    public String rule(String parts) {
      return "must have no more digits than %d before the point and %d behind it"
          .formatted(integer, fraction);
    }
  }

  /**
   * A text that a regular expression matches as a whole.
   *
   * @param regex the regular expression, which compiles
   * @param flags as {@link java.util.regex.Pattern#compile(String, int)} takes them
   */
  record Pattern(String regex, int flags) implements Constraint {
    @Override
    public String rule(String parts) {
      return "must match \"" + regex + "\"";
    }
  }

  /**
   * A text that is an e-mail address, or empty.
   *
   * @param pattern what it must match besides; null for nothing
   */
  record Email(@Nullable Pattern pattern) implements Constraint {
    @Override
    public String rule(String parts) {
      return "must be an e-mail address";
    }
  }

  /** True. */
  record AssertTrue() implements Constraint {
    @Override
    public String rule(String parts) {
      return "must be true";
    }
  }

  /** False. */
  record AssertFalse() implements Constraint {
    @Override
    public String rule(String parts) {
      return "must be false";
    }
  }
}
