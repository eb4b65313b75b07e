package io.jobhandler.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.spi.JobGate.Candidate;
import io.jobhandler.spi.JobGate.NotNow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatteryGateTest {
  private static final Candidate FIRMWARE = new Candidate("job", 1, "firmware_update");
  private static final Candidate BACKUP = new Candidate("job", 1, "backup");

  @Test
  void leavesFirmwareForLaterWhileTheBatteryIsLow() {
    BatteryGate low = new BatteryGate(() -> 29);

    assertThat(low.check(FIRMWARE))
        .contains(new NotNow(Duration.ofMinutes(10), "the battery has 29 %"));
    assertThat(low.check(BACKUP)).isEmpty();
    assertThat(new BatteryGate(() -> 30).check(FIRMWARE)).isEmpty();
  }
}
