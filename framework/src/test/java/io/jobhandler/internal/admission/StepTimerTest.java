package io.jobhandler.internal.admission;

import static io.jobhandler.OnProgress.KEEP_STEP_TIMER;
import static io.jobhandler.OnProgress.RESTART_STEP_TIMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.OnProgress;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTimerTest {
  private final StepTimer timer =
      new StepTimer(
          Duration.ofMinutes(30),
          Map.of("configured", Duration.ofMinutes(5)),
          Map.of(
              "restarted", RESTART_STEP_TIMER, "kept", KEEP_STEP_TIMER, "unset", OnProgress.UNSET),
          Duration.ofSeconds(30));

  @Test
  @DisplayName("Edge case 27: a default cannot be told from a value that was set")
  void configurationBeatsAnnotationBeatsDefault() {
    Duration annotated = Duration.ofMinutes(10);

    assertThat(timer.stepTimeout(Handlers.method("configured", null, annotated)))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(timer.stepTimeout(Handlers.method("configured", null)))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(timer.stepTimeout(Handlers.method("annotated", null, annotated)))
        .isEqualTo(annotated);
    assertThat(timer.stepTimeout(Handlers.method("neither", null)))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource({
    "restarted, UNSET, true",
    "restarted, KEEP_STEP_TIMER, true",
    "kept, RESTART_STEP_TIMER, false",
    "unset, RESTART_STEP_TIMER, true",
    "other, RESTART_STEP_TIMER, true",
    "other, KEEP_STEP_TIMER, false",
    "other, UNSET, false",
  })
  void whetherReportsRestartItIsFoundTheSameWay(
      String operation, OnProgress annotated, boolean restarts) {
    HandlerMethod method = Handlers.method(operation, null).withOnProgress(annotated);

    assertThat(timer.restartsOnProgress(method)).isEqualTo(restarts);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.000000001S, 2",
    "PT30S, 2",
    "PT30.000000001S, 3",
    "PT1M, 3",
    "PT1M30S, 3",
    "PT10M, 12",
    "P6D, 8642",
    "P7D, 10080",
    "P60D, 10080",
  })
  void theServiceGivesUpAMinuteLaterThanWeDo(Duration stepTimeout, long minutes) {
    assertThat(timer.stepTimeoutInMinutes(stepTimeout)).isEqualTo(minutes);
  }
}
