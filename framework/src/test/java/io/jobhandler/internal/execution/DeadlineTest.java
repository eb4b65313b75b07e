package io.jobhandler.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Near the end of what a long holds: the clock's zero is anywhere. */
  private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

  private final Deadline deadline = new Deadline(() -> now, TIMEOUT);

  private void advance(Duration duration) {
    now += duration.toNanos();
  }

  @Test
  void passesOnTheNanosecond() {
    advance(TIMEOUT.minusNanos(1));
    assertThat(deadline.hasPassed()).isFalse();
    assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(1));

    advance(Duration.ofNanos(1));
    assertThat(deadline.hasPassed()).isTrue();
    assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
  }

  @Test
  void beginsAnew() {
    advance(TIMEOUT.minusNanos(1));
    deadline.restart();

    assertThat(deadline.remaining()).isEqualTo(TIMEOUT);
    assertThat(deadline.hasPassed()).isFalse();
  }

  @Test
  void isNotRevived() {
    advance(TIMEOUT);
    deadline.restart();

    assertThat(deadline.hasPassed()).isTrue();
    assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
  }

  @Test
  void aThreadThatWasHeldUpTakesNothingBack() {
    Deque<Long> times = new ArrayDeque<>(List.of(0L, 5L, 3L, 5L));
    Deadline shared = new Deadline(times::remove, Duration.ofNanos(10));
    shared.restart(); // at 5
    shared.restart(); // by a thread that looked at the clock at 3

    assertThat(shared.remaining()).isEqualTo(Duration.ofNanos(10));
  }
}
