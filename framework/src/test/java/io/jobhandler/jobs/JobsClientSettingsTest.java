package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.spi.MqttQos;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsClientSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final JobsClientSettings DEFAULTS = JobsClientSettings.defaults();

  @Test
  void defaultsSuitTheService() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new JobsClientSettings(
                Duration.ofSeconds(10),
                4,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                MqttQos.AT_LEAST_ONCE,
                MqttQos.AT_MOST_ONCE,
                MqttQos.AT_LEAST_ONCE,
                40));
  }

  @Test
  void eachChangeLeavesTheRest() {
    JobsClientSettings changed =
        DEFAULTS
            .withRequests(Duration.ofSeconds(2), 1)
            .withBackoff(SECOND, SECOND)
            .withQos(MqttQos.AT_MOST_ONCE, MqttQos.AT_LEAST_ONCE, MqttQos.AT_MOST_ONCE)
            .withPublishesPerSecond(0);
    assertThat(changed)
        .isEqualTo(
            new JobsClientSettings(
                Duration.ofSeconds(2),
                1,
                SECOND,
                SECOND,
                MqttQos.AT_MOST_ONCE,
                MqttQos.AT_LEAST_ONCE,
                MqttQos.AT_MOST_ONCE,
                0));
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertRefused(
        () -> DEFAULTS.withRequests(Duration.ZERO, 1),
        "requestTimeout is PT0S, expected PT0.001S to PT24H");
    assertRefused(
        () -> DEFAULTS.withRequests(SECOND.negated(), 1),
        "requestTimeout is PT-1S, expected PT0.001S to PT24H");
    assertRefused(
        () -> DEFAULTS.withRequests(Duration.ofHours(25), 1),
        "requestTimeout is PT25H, expected PT0.001S to PT24H");
    assertRefused(() -> DEFAULTS.withRequests(SECOND, 0), "maxAttempts is 0, expected 1 or more");
    assertRefused(
        () -> DEFAULTS.withBackoff(Duration.ofNanos(1), SECOND),
        "initialBackoff is PT0.000000001S, expected PT0.001S to PT24H");
    assertRefused(
        () -> DEFAULTS.withBackoff(SECOND, Duration.ofMillis(999)),
        "maxBackoff is PT0.999S, expected at least initialBackoff, PT1S");
    assertRefused(
        () -> DEFAULTS.withBackoff(SECOND, Duration.ofHours(25)),
        "maxBackoff is PT25H, expected PT0.001S to PT24H");
    assertRefused(
        () -> DEFAULTS.withPublishesPerSecond(-1), "publishesPerSecond is -1, expected 0 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.001S", "PT24H"})
  void theEndsOfTheRangeCanBeUsed(Duration end) {
    JobsClientSettings changed = DEFAULTS.withRequests(end, 1).withBackoff(end, end);
    assertThat(changed.requestTimeout()).isEqualTo(end);

    try (ScriptedClient scripted = new ScriptedClient(changed.withPublishesPerSecond(0))) {
      assertThat(scripted.connect().started).isCompleted();
    }
  }

  private static void assertRefused(ThrowingCallable change, String message) {
    assertThatThrownBy(change).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
