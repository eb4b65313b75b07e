package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.OnProgress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JobAgentSettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final JobAgentSettings DEFAULTS = JobAgentSettings.defaults();

  @Test
  void defaultsSuitAFleet() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new JobAgentSettings(
                Duration.ofHours(1),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofMinutes(15),
                Duration.ofMinutes(5),
                UnknownOperations.REJECT,
                1,
                AttemptSettings.defaults()));
  }

  @Test
  void eachChangeLeavesTheRest() {
    JobAgentSettings changed =
        DEFAULTS
            .withStepTimeouts(MINUTE, Map.of("x", SECOND), Duration.ZERO)
            .withOnProgress(Map.of("x", OnProgress.RESTART_STEP_TIMER))
            .withProgressInterval(Duration.ofSeconds(3))
            .withQueueTimings(
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7))
            .withUnknownOperations(UnknownOperations.LEAVE)
            .withMaxConcurrentExecutions(3)
            .withAttempts(AttemptSettings.defaults().withMaxAttempts(7, Map.of()));
    assertThat(changed)
        .isEqualTo(
            new JobAgentSettings(
                MINUTE,
                Map.of("x", SECOND),
                Map.of("x", OnProgress.RESTART_STEP_TIMER),
                Duration.ZERO,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                UnknownOperations.LEAVE,
                3,
                AttemptSettings.defaults().withMaxAttempts(7, Map.of())));
  }

  @Test
  void laterChangesOfTheCallersMapChangeNothing() {
    Map<String, Duration> byOperation = new HashMap<>(Map.of("x", SECOND));
    JobAgentSettings changed = DEFAULTS.withStepTimeouts(MINUTE, byOperation, SECOND);
    byOperation.put("y", SECOND);

    assertThat(changed.stepTimeouts()).containsOnlyKeys("x");
  }

  @Test
  void stepTimeoutsOutOfRangeAreNamed() {
    assertRefused(
        () -> DEFAULTS.withStepTimeouts(Duration.ZERO, Map.of(), SECOND),
        "defaultStepTimeout is PT0S, expected more than zero, up to PT144H");
    assertRefused(
        () -> DEFAULTS.withStepTimeouts(Duration.ofDays(7), Map.of(), SECOND),
        "defaultStepTimeout is PT168H, expected more than zero, up to PT144H");
    assertRefused(
        () -> DEFAULTS.withStepTimeouts(MINUTE, Map.of("x", SECOND.negated()), SECOND),
        "stepTimeout of x is PT-1S, expected more than zero, up to PT144H");
    assertRefused(
        () -> DEFAULTS.withStepTimeouts(MINUTE, Map.of(), Duration.ofMinutes(61)),
        "grace is PT1H1M, expected zero to PT1H");
    assertRefused(
        () -> DEFAULTS.withProgressInterval(Duration.ofHours(25)),
        "progressInterval is PT25H, expected zero to PT24H");
  }

  @Test
  void queueTimingsOutOfRangeAreNamed() {
    assertRefused(
        () -> DEFAULTS.withQueueTimings(SECOND.negated(), SECOND, MINUTE, MINUTE),
        "reconnectJitter is PT-1S, expected zero to PT1H");
    assertRefused(
        () -> DEFAULTS.withQueueTimings(SECOND, Duration.ofHours(2), MINUTE, MINUTE),
        "nextJobPatience is PT2H, expected zero to PT1H");
    assertRefused(
        () -> DEFAULTS.withQueueTimings(SECOND, SECOND, Duration.ZERO, MINUTE),
        "pollInterval is PT0S, expected more than zero, up to PT720H");
    assertRefused(
        () -> DEFAULTS.withQueueTimings(SECOND, SECOND, MINUTE, Duration.ofDays(31)),
        "cancellationCheckInterval is PT744H, expected more than zero, up to PT720H");
  }

  @Test
  void asManyJobsAtOnceAsAListNames() {
    assertThat(DEFAULTS.withMaxConcurrentExecutions(10).maxConcurrentExecutions()).isEqualTo(10);
    assertRefused(
        () -> DEFAULTS.withMaxConcurrentExecutions(0),
        "maxConcurrentExecutions is 0, expected 1 to 10");
    assertRefused(
        () -> DEFAULTS.withMaxConcurrentExecutions(11),
        "maxConcurrentExecutions is 11, expected 1 to 10");
  }

  private static void assertRefused(ThrowingCallable change, String message) {
    assertThatThrownBy(change).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
