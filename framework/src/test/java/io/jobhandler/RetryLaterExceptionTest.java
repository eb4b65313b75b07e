package io.jobhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryLaterExceptionTest {

  @Test
  void saysWhenAndWhy() {
    IOException cause = new IOException("busy");
    RetryLaterException later = new RetryLaterException(Duration.ofMinutes(7), "it runs", cause);

    assertThat(later.delay()).isEqualTo(Duration.ofMinutes(7));
    assertThat(later).hasMessage("it runs").hasCause(cause);
    assertThat(new RetryLaterException(Duration.ofMinutes(7), "it runs")).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT24H"})
  void theDelayMayBeAnyThatTheServiceWaitsFor(String delay) {
    assertThat(new RetryLaterException(Duration.parse(delay), "why").delay())
        .isEqualTo(Duration.parse(delay));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.000000001S", "PT24H0.000000001S"})
  void refusesAnotherDelay(String delay) {
    assertThatThrownBy(() -> new RetryLaterException(Duration.parse(delay), "why"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("delay is %s, expected zero to PT24H: throw again when it is over", delay);
  }
}
