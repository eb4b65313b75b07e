package io.jobhandler.processor.constraint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a value. Null is fine for all but {@link NotNull}, {@link NotBlank} and {@link
 * NotEmpty}.
 */
public sealed interface Constraint {

  /** Anything but null. */
  record NotNull() implements Constraint {}

  /** Null and nothing else. */
  record Null() implements Constraint {}

  /** A text with a character that is no white space. */
  record NotBlank() implements Constraint {}

  /** A text, an array, a collection or a map that has something in it. */
  record NotEmpty() implements Constraint {}

  /**
   * How much a text, an array, a collection or a map holds.
   *
   * @param min the least, from 0
   * @param max the most, {@link Integer#MAX_VALUE} for no bound
   */
  record Size(int min, int max) implements Constraint {}

  /**
   * A number that is not too small, or a text of one: Min, DecimalMin, Positive, PositiveOrZero.
   *
   * @param bound the bound
   * @param inclusive whether the number may be the bound itself
   */
  record Least(BigDecimal bound, boolean inclusive) implements Constraint {}

  /**
   * A number that is not too great, or a text of one: Max, DecimalMax, Negative, NegativeOrZero.
   *
   * @param bound the bound
   * @param inclusive whether the number may be the bound itself
   */
  record Most(BigDecimal bound, boolean inclusive) implements Constraint {}

  /**
   * A number, or a text of one, with no more digits.
   *
   * @param integer the most before the point
   * @param fraction the most behind it
   */
  record Digits(int integer, int fraction) implements Constraint {}

  /**
   * A text that a regular expression matches as a whole.
   *
   * @param regex the regular expression, which compiles
   * @param flags as {@link java.util.regex.Pattern#compile(String, int)} takes them
   */
  record Pattern(String regex, int flags) implements Constraint {}

  /**
   * A text that is an e-mail address, or empty.
   *
   * @param pattern what it must match besides; null for nothing
   */
  record Email(@Nullable Pattern pattern) implements Constraint {}

  /** True. */
  record AssertTrue() implements Constraint {}

  /** False. */
  record AssertFalse() implements Constraint {}
}
