package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.pipeline.ScriptedService.Update;
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

  private void pass(EngineFixture fixture, Duration duration) {
    for (Duration left = duration; !left.isZero(); left = left.minus(SECOND)) {
      fixture.advance(SECOND);
      fixture.service.updates().stream().skip(seen).forEach(update -> take(fixture, update));
    }
  }

  private void take(EngineFixture fixture, Update update) {
    Duration now = Duration.ofNanos(fixture.time.nanoTime());
    Duration left = serviceGivesUp.minus(now);
    leastLeft = left.compareTo(leastLeft) < 0 ? left : leastLeft;
    restart(now, update);
    fixture.service.accept();
  }

  private void restart(Duration now, Update update) {
    serviceGivesUp = now.plusMinutes(update.request().path("stepTimeoutInMinutes").asLong());
    seen++;
  }

  /** Reports for half an hour, then hangs beyond all interruptions. */
  private JobResult reportThenHang(
      EngineFixture fixture, ProgressReporter progress, Duration pause, Duration stepTimeout) {
    restart(Duration.ZERO, fixture.service.updates().get(0));
    for (Duration t = Duration.ZERO; t.toMinutes() < 30; t = t.plus(pause)) {
      pass(fixture, pause);
      progress.report(50);
    }
    pass(fixture, stepTimeout.plus(EngineFixture.GRACE));
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
    EngineFixture fixture =
        EngineFixture.connected(
            Handlers.method("x", null, stepTimeout).withOnProgress(OnProgress.RESTART_STEP_TIMER),
            progressInterval);
    fixture.handler =
        invocation -> reportThenHang(fixture, invocation.progress(), pause, stepTimeout);
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.service.updates().get(seen - 1)).hasToString("job-1 FAILED STEP_TIMEOUT");
    assertThat(leastLeft).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }
}
