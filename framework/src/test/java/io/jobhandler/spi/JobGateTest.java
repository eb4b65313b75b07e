package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.spi.JobGate.NotNow;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobGateTest {

  @Test
  void aJobIsAskedAboutAgainWithinADay() {
    assertThat(new NotNow(Duration.ofNanos(1), "why").retryAfter()).isEqualTo(Duration.ofNanos(1));
    assertThat(new NotNow(Duration.ofDays(1), "why").retryAfter()).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.000000001S"})
  void refusesAnotherTime(String retryAfter) {
    assertThatThrownBy(() -> new NotNow(Duration.parse(retryAfter), "why"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("retryAfter is %s, expected more than zero, up to PT24H", retryAfter);
  }
}
