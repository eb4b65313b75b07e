package io.jobhandler.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JitterTest {
  private static final RandomGenerator LOWEST = () -> 0;
  private static final RandomGenerator HIGHEST = () -> -1L;

  @Test
  void spreadsFromZeroUpToTheLongest() {
    assertThat(new Jitter(LOWEST).upTo(Duration.ofSeconds(30))).isEqualTo(Duration.ZERO);
    assertThat(new Jitter(HIGHEST).upTo(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void spreadsAFifthAroundTheMiddle() {
    assertThat(new Jitter(LOWEST).around(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(4));
    assertThat(new Jitter(HIGHEST).around(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(6));
  }
}
