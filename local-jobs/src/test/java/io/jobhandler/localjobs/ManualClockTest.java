package io.jobhandler.localjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private final ManualClock clock = ManualClock.startingAt(Instant.EPOCH);
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsTasksInOrderEachAtItsTime() {
    schedule(3, "c");
    schedule(1, "a");
    schedule(1, "b");
    schedule(4, "late");
    clock.advance(Duration.ofSeconds(3));
    assertThat(ran).containsExactly("a at 1", "b at 1", "c at 3");
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(3));
  }

  @Test
  void runsTasksThatTasksSchedule() {
    ServiceClock.Timer first = clock.schedule(Duration.ofSeconds(1), () -> schedule(1, "second"));
    assertThat(first).isNotNull();
    clock.advance(Duration.ofSeconds(5));
    assertThat(ran).containsExactly("second at 2");
  }

  @Test
  void cancelledTasksDoNotRun() {
    ServiceClock.Timer timer = schedule(1, "never");
    timer.cancel();
    timer.cancel();
    clock.advance(Duration.ofSeconds(5));
    assertThat(ran).isEmpty();
  }

  @Test
  void timeOnlyMovesForward() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.schedule(Duration.ofSeconds(-1), () -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ServiceClock.Timer schedule(long seconds, String name) {
    return clock.schedule(
        Duration.ofSeconds(seconds),
        () -> ran.add(name + " at " + clock.instant().getEpochSecond()));
  }
}
