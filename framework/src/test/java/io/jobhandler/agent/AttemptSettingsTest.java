package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.OnInterrupt;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AttemptSettingsTest {
  private static final AttemptSettings DEFAULTS = AttemptSettings.defaults();
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void threeAttemptsAndNoHandlerIsRunAgain() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new AttemptSettings(
                3, Map.of(), Map.of(), Duration.ofSeconds(5), Duration.ofMinutes(30)));
  }

  @Test
  void eachChangeLeavesTheRest() {
    assertThat(
            DEFAULTS
                .withMaxAttempts(7, Map.of("x", 100))
                .withOnInterrupt(Map.of("x", OnInterrupt.RERUN))
                .withTimes(SECOND, Duration.ofDays(1)))
        .isEqualTo(
            new AttemptSettings(
                7, Map.of("x", 100), Map.of("x", OnInterrupt.RERUN), SECOND, Duration.ofDays(1)));
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    assertRefused(
        () -> DEFAULTS.withMaxAttempts(0, Map.of()), "maxAttempts is 0, expected 1 to 100");
    assertRefused(
        () -> DEFAULTS.withMaxAttempts(101, Map.of()), "maxAttempts is 101, expected 1 to 100");
    assertRefused(
        () -> DEFAULTS.withMaxAttempts(1, Map.of("x", 0)),
        "maxAttempts of x is 0, expected 1 to 100");
    assertRefused(
        () -> DEFAULTS.withTimes(Duration.ZERO, SECOND),
        "backoff is PT0S, expected more than zero, up to PT1H");
    assertRefused(
        () -> DEFAULTS.withTimes(Duration.ofHours(1).plusNanos(1), SECOND),
        "backoff is PT1H0.000000001S, expected more than zero, up to PT1H");
    assertRefused(
        () -> DEFAULTS.withTimes(SECOND, SECOND.negated()),
        "restartTimeout is PT-1S, expected more than zero, up to PT24H");
    assertRefused(
        () -> DEFAULTS.withTimes(SECOND, Duration.ofDays(1).plusNanos(1)),
        "restartTimeout is PT24H0.000000001S, expected more than zero, up to PT24H");
  }

  private static void assertRefused(ThrowingCallable change, String message) {
    assertThatThrownBy(change).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void laterChangesOfTheCallersMapsChangeNothing() {
    Map<String, Integer> most = new HashMap<>(Map.of("x", 7));
    Map<String, OnInterrupt> rules = new HashMap<>(Map.of("x", OnInterrupt.RERUN));
    AttemptSettings changed = DEFAULTS.withMaxAttempts(3, most).withOnInterrupt(rules);
    most.clear();
    rules.clear();

    assertThat(changed.maxAttemptsByOperation()).containsExactly(Map.entry("x", 7));
    assertThat(changed.onInterrupt()).containsExactly(Map.entry("x", OnInterrupt.RERUN));
  }
}
