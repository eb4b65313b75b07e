package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated code makes of the rules is compared with Hibernate Validator elsewhere. */
class ConstraintRulesTest {

  @Test
  void nullKeepsAllRulesButTwo() {
    assertThat(ConstraintRules.isNotBlank(null)).isFalse();
    assertThat(ConstraintRules.isNotEmpty(null)).isFalse();
    assertThat(ConstraintRules.hasSize(null, 1, 1)).isTrue();
    assertThat(ConstraintRules.isAtLeast(null, "1")).isTrue();
    assertThat(ConstraintRules.isGreater(null, "1")).isTrue();
    assertThat(ConstraintRules.isAtMost(null, "1")).isTrue();
    assertThat(ConstraintRules.isLess(null, "1")).isTrue();
    assertThat(ConstraintRules.hasDigits(null, 1, 1)).isTrue();
    assertThat(ConstraintRules.matches(null, Pattern.compile("a"))).isTrue();
    assertThat(ConstraintRules.isEmail(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", "\u0000", "\u001f", "\u2003", "\u2028"})
  void whiteSpaceIsBlank(String text) {
    assertThat(ConstraintRules.isNotBlank(text)).isFalse();
    assertThat(ConstraintRules.isNotBlank(text + "a")).isTrue();
  }

  @Test
  void sizes() {
    for (Object two : List.of("ab", List.of(1, 2), Map.of(1, 1, 2, 2), new int[2], new Object[2])) {
      assertThat(ConstraintRules.hasSize(two, 2, 2)).isTrue();
      assertThat(ConstraintRules.hasSize(two, 3, 3)).isFalse();
      assertThat(ConstraintRules.hasSize(two, 0, 1)).isFalse();
      assertThat(ConstraintRules.isNotEmpty(two)).isTrue();
    }
    assertThat(ConstraintRules.isNotEmpty("")).isFalse();
  }

  @Test
  void boundsOfNumbersOfAllKinds() {
    for (Object two :
        List.of(
            (byte) 2,
            (short) 2,
            2,
            2L,
            2f,
            2d,
            BigInteger.TWO,
            new BigDecimal("2.00"),
            OptionalInt.of(2),
            OptionalLong.of(2),
            OptionalDouble.of(2),
            "2.0")) {
      assertThat(ConstraintRules.isAtLeast(two, "2")).isTrue();
      assertThat(ConstraintRules.isAtLeast(two, "2.1")).isFalse();
      assertThat(ConstraintRules.isGreater(two, "2")).isFalse();
      assertThat(ConstraintRules.isGreater(two, "1.9")).isTrue();
      assertThat(ConstraintRules.isAtMost(two, "2")).isTrue();
      assertThat(ConstraintRules.isAtMost(two, "1.9")).isFalse();
      assertThat(ConstraintRules.isLess(two, "2")).isFalse();
      assertThat(ConstraintRules.isLess(two, "2.1")).isTrue();
    }
  }

  @Test
  void emptyOptionalsKeepAllBounds() {
    assertThat(ConstraintRules.isAtLeast(OptionalInt.empty(), "1")).isTrue();
    assertThat(ConstraintRules.isAtLeast(OptionalLong.empty(), "1")).isTrue();
    assertThat(ConstraintRules.isAtLeast(OptionalDouble.empty(), "1")).isTrue();
  }

  @Test
  void infinityIsBeyondAllBoundsAndNoNumberKeepsNone() {
    assertThat(ConstraintRules.isAtLeast(Double.POSITIVE_INFINITY, "1")).isTrue();
    assertThat(ConstraintRules.isAtLeast(Float.NEGATIVE_INFINITY, "1")).isFalse();
    assertThat(ConstraintRules.isAtMost(Float.NEGATIVE_INFINITY, "1")).isTrue();
    assertThat(ConstraintRules.isAtLeast(Double.NaN, "1")).isFalse();
    assertThat(ConstraintRules.isAtMost(Float.NaN, "1")).isFalse();
    assertThat(ConstraintRules.isAtMost("x", "1")).isFalse();
    assertThat(ConstraintRules.hasDigits("x", 9, 9)).isFalse();
    assertThat(ConstraintRules.isAtMost("0".repeat(1001), "1")).isFalse();
  }

  @Test
  void floatIsTheNumberThatWasWritten() {
    assertThat(ConstraintRules.isAtMost(0.1f, "0.1")).isTrue();
  }

  @Test
  void digits() {
    assertThat(ConstraintRules.hasDigits(2.0, 1, 0)).isTrue();
    assertThat(ConstraintRules.hasDigits(2.5f, 1, 0)).isFalse();
    assertThat(ConstraintRules.hasDigits(new BigDecimal("2.0"), 1, 0)).isFalse();
    assertThat(ConstraintRules.hasDigits(new BigDecimal("1E+2147483647"), 9, 9)).isFalse();
    assertThat(ConstraintRules.hasDigits("10", 1, 0)).isFalse();
  }

  @Test
  void patternThatTakesTheWholeStackDoesNotMatch() {
    Pattern pattern = Pattern.compile("(a|b)*");

    assertThat(ConstraintRules.matches("ab", pattern)).isTrue();
    assertThat(ConstraintRules.matches("ab".repeat(100_000), pattern)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a@b", "first.last+tag@mail-1.example.com", "\u00e4@\u00f6.de"})
  void addresses(String text) {
    assertThat(ConstraintRules.isEmail(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "@", "a@", "@b", "a b@c", "a@b..c", "\"a b\"@c.d", "a@[127.0.0.1]"})
  void noAddresses(String text) {
    assertThat(ConstraintRules.isEmail(text)).isFalse();
  }

  @Test
  void longAddresses() {
    assertThat(ConstraintRules.isEmail("a".repeat(65) + "@b")).isFalse();
    assertThat(ConstraintRules.isEmail("a@" + "b".repeat(64))).isFalse();
    assertThat(ConstraintRules.isEmail("a@" + "b.".repeat(128) + "b")).isFalse();
    assertThat(ConstraintRules.isEmail("a".repeat(200_000) + "@" + "b.".repeat(9))).isFalse();
  }
}
