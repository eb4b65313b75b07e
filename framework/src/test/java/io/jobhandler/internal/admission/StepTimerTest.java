package io.jobhandler.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Handlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTimerTest {
  private final StepTimer timer =
      new StepTimer(
          Duration.ofMinutes(30),
          Map.of("configured", Duration.ofMinutes(5)),
          Duration.ofSeconds(30));

  @Test
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
