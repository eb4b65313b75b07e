package io.jobhandler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void saysWhatHalfAndWhatNearlyAllDoNotExceed() {
    long[] millis = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

    Distribution distribution = new Distribution(millis);

    assertThat(distribution.medianMillis()).isEqualTo(50);
    assertThat(distribution.quantileMillis(0.99)).isEqualTo(99);
    assertThat(distribution.quantileMillis(1)).isEqualTo(100);
  }

  @Test
  void isOfTheTimesBetweenMoments() {
    Distribution distribution =
        Distribution.between(new long[] {1_000_000, 3_000_000, 6_000_000, 7_000_000});

    assertThat(distribution.medianMillis()).isEqualTo(2);
    assertThat(distribution.quantileMillis(1)).isEqualTo(3);
  }

  @Test
  void refusesNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(new long[0]));
  }
}
