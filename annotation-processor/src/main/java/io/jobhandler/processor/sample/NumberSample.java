package io.jobhandler.processor.sample;

import io.jobhandler.processor.constraint.Constraint;
import io.jobhandler.processor.document.IntegerRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers that fit their type and constraints.
 *
 * @param wanted what must hold
 * @param range the integers that the type holds; null for any number
 */
record NumberSample(Wanted wanted, @Nullable IntegerRange range) {

  /** The first that fits, null where none does. */
  @Nullable BigDecimal value() {
    return Stream.concat(given(), guesses().stream())
        .filter(this::fits)
        .findFirst()
        .map(number -> range == null ? number : number.setScale(0))
        .orElse(null);
  }

  private Stream<BigDecimal> given() {
    try {
      return wanted.given() == null
          ? Stream.empty()
          : Stream.of(new BigDecimal(wanted.given().replace("_", "")));
    } catch (NumberFormatException e) {
      return Stream.empty(); // said of something else
    }
  }

  private List<BigDecimal> guesses() {
    List<BigDecimal> guesses = new ArrayList<>(List.of(BigDecimal.ONE, BigDecimal.ZERO));
    List<BigDecimal> bounds =
        Stream.concat(
                wanted.all(Constraint.Least.class).map(Constraint.Least::bound),
                wanted.all(Constraint.Most.class).map(Constraint.Most::bound))
            .toList();
    for (BigDecimal bound : bounds) {
      guesses.add(range == null ? bound : bound.setScale(0, RoundingMode.CEILING));
      guesses.add(bound.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
      guesses.add(bound.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
    }
    bounds.stream()
        .reduce(BigDecimal::add)
        .ifPresent(
            sum ->
                guesses.add(
                    sum.divide(BigDecimal.valueOf(bounds.size()), 10, RoundingMode.HALF_UP)
                        .stripTrailingZeros()));
    return guesses;
  }

  private boolean fits(BigDecimal number) {
    return isInRange(number)
        && wanted.all(Constraint.Least.class).allMatch(least -> isOver(number, least))
        && wanted.all(Constraint.Most.class).allMatch(most -> isUnder(number, most))
        && wanted.all(Constraint.Digits.class).allMatch(digits -> isShort(number, digits));
  }

  private boolean isInRange(BigDecimal number) {
    if (range == null) {
      return true;
    }
    return number.stripTrailingZeros().scale() <= 0
        && (range.min() == null || number.compareTo(new BigDecimal(range.min())) >= 0)
        && (range.max() == null || number.compareTo(new BigDecimal(range.max())) <= 0);
  }

  private static boolean isOver(BigDecimal number, Constraint.Least least) {
    int order = number.compareTo(least.bound());
    return order > 0 || (order == 0 && least.inclusive());
  }

  private static boolean isUnder(BigDecimal number, Constraint.Most most) {
    int order = number.compareTo(most.bound());
    return order < 0 || (order == 0 && most.inclusive());
  }

  private static boolean isShort(BigDecimal number, Constraint.Digits digits) {
    BigDecimal plain = number.stripTrailingZeros();
    int fraction = Math.max(0, plain.scale());
    return fraction <= digits.fraction() && plain.precision() - plain.scale() <= digits.integer();
  }
}
