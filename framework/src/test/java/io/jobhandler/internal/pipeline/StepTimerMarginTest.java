package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever a handler's rhythm, FAILED with our reason comes well before the service's TIMED_OUT.
 */
class StepTimerMarginTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** When the service would give up, in virtual time; it accepts each update when it is sent. */
  private Duration serviceGivesUp = Duration.ZERO;

  /** How near it has come to that. */
  private Duration leastLeft = Duration.ofDays(7);

  private int seen;

  private void pass(ScriptedEngine engine, Duration duration) {
    for (Duration left = duration; !left.isZero(); left = left.minus(SECOND)) {
      engine.manual.advance(SECOND);
      engine.updatesAfter(seen).forEach(update -> take(engine, update));
    }
  }

  private void take(ScriptedEngine engine, JsonNode update) {
    Duration now = Duration.ofNanos(engine.manual.nanoTime());
    Duration left = serviceGivesUp.minus(now);
    leastLeft = left.compareTo(leastLeft) < 0 ? left : leastLeft;
    restart(now, update);
    engine.accept();
  }

  private void restart(Duration now, JsonNode update) {
    serviceGivesUp = now.plusMinutes(update.path("stepTimeoutInMinutes").asLong());
    seen++;
  }

  /** Reports for half an hour, then hangs beyond all interruptions. */
  private JobResult reportThenHang(
      ScriptedEngine engine, ProgressReporter progress, Duration pause, Duration stepTimeout) {
    restart(Duration.ZERO, engine.updates().get(0));
    for (Duration t = Duration.ZERO; t.toMinutes() < 30; t = t.plus(pause)) {
      pass(engine, pause);
      progress.report(50);
    }
    pass(engine, stepTimeout.plus(ScriptedEngine.GRACE));
    return JobResult.succeeded();
  }

  @ParameterizedTest
  @CsvSource({
    "PT10M, PT10S, PT1S",
    "PT10M, PT10S, PT29S",
    "PT10M, PT10S, PT31S",
    "PT10M, PT10S, PT9M59S",
    "PT10M, PT24H, PT1S",
    "PT10M, PT24H, PT31S",
    "PT10M, PT24H, PT9M59S",
    "PT10M, PT0S, PT9M59S",
    "PT10S, PT10S, PT1S",
    "PT10S, PT24H, PT1S",
    "PT10S, PT24H, PT7S",
    "PT30S, PT24H, PT29S",
    "PT31S, PT24H, PT29S",
  })
  void theServiceHasAMinuteLeftAtAnyTime(
      Duration stepTimeout, Duration progressInterval, Duration pause) {
    ScriptedEngine engine =
        new ScriptedEngine(
            Handlers.method("x", null, stepTimeout).withOnProgress(OnProgress.RESTART_STEP_TIMER),
            progressInterval,
            (scripted, progress) -> reportThenHang(scripted, progress, pause, stepTimeout));
    engine.run("job-1");

    JsonNode end = engine.updatesAfter(seen - 1).get(0);
    assertThat(end.path("status").asText()).isEqualTo("FAILED");
    assertThat(end.path("statusDetails").path("reasonCode").asText()).isEqualTo("STEP_TIMEOUT");
    assertThat(leastLeft).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }
}
