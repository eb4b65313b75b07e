package io.jobhandler.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.transport.PublishPacer.Priority;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishPacerTest {
  private final ManualScheduler scheduler = new ManualScheduler();
  private final List<String> published = new ArrayList<>();

  private PublishPacer pacer(int publishesPerSecond) {
    return new PublishPacer(publishesPerSecond, new Loop(scheduler, scheduler::nanoTime));
  }

  private void submit(PublishPacer pacer, Priority priority, String name) {
    pacer.submit(priority, () -> published.add(name));
  }

  @Test
  void withoutALimitEverythingGoesAtOnce() {
    PublishPacer pacer = pacer(0);
    for (int i = 0; i < 1000; i++) {
      submit(pacer, Priority.NORMAL, "n");
    }
    assertThat(published).hasSize(1000);
    assertThat(scheduler.waiting()).isZero();
  }

  @Test
  void whatGoesOverTheLimitWaits() {
    PublishPacer pacer = pacer(10);
    for (int i = 0; i < 100; i++) {
      submit(pacer, Priority.NORMAL, "n" + i);
    }
    // The limiter's own clock may pass one second meanwhile, not more.
    assertThat(published).hasSizeBetween(10, 20);
    scheduler.advance(Duration.ofSeconds(4));
    assertThat(published).hasSizeBetween(40, 60);
    scheduler.advance(Duration.ofSeconds(7));
    assertThat(published).hasSize(100).isSortedAccordingTo((a, b) -> a.length() - b.length());
  }

  @Test
  void finalStatusOvertakesWhatWaits() {
    PublishPacer pacer = pacer(1);
    submit(pacer, Priority.NORMAL, "first");
    for (int i = 0; i < 5; i++) {
      submit(pacer, Priority.NORMAL, "normal");
    }
    submit(pacer, Priority.TERMINAL, "terminal");
    scheduler.advance(Duration.ofSeconds(10));
    assertThat(published).hasSize(7).startsWith("first");
    assertThat(published.indexOf("terminal")).isBetween(1, 2);
  }
}
