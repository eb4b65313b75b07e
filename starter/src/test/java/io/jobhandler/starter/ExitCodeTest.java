package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult.Restart.Kind;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process ends with whose agent has stopped. */
class ExitCodeTest {
  private final SubscriptionRefusedException refusal =
      new SubscriptionRefusedException(List.of("notify"), "no");

  @Test
  void anAgentThatWasToldToEndIsNoFailure() {
    assertThat(ExitCode.of(null, null)).isEqualTo(ExitCode.OK);
  }

  @Test
  void tellsWhyTheAgentEndedByItself() {
    assertThat(ExitCode.of(null, refusal)).isEqualTo(ExitCode.FORBIDDEN);
    assertThat(ExitCode.of(null, new IOException("disk"))).isEqualTo(ExitCode.FAILURE);
  }

  @Test
  void aRestartThatIsAskedForComesFirst() {
    assertThat(ExitCode.of(Kind.PROCESS, null)).isEqualTo(ExitCode.RESTART);
    assertThat(ExitCode.of(Kind.REBOOT, refusal)).isEqualTo(ExitCode.REBOOT);
  }

  @Test
  void supervisorsCanTellAllOfThemApart() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
        .doesNotHaveDuplicates()
        .isSorted();
  }
}
