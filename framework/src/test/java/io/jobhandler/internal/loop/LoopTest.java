package io.jobhandler.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks and timers, in virtual time. */
class LoopTest {
  private final ManualScheduler time = new ManualScheduler();
  private final Loop loop = new Loop(time, time::nanoTime);
  private final List<String> done = new ArrayList<>();

  private Runnable noting(String name) {
    return () -> done.add(name);
  }

  private static Runnable throwing(String type) {
    return () -> {
      if (type.equals("exception")) {
        throw new IllegalStateException("thrown by the test");
      }
      throw new AssertionError("thrown by the test");
    };
  }

  @Test
  void tasksRunInTheOrderInWhichTheyCame() {
    loop.execute(noting("first"));
    loop.execute(noting("second"));
    assertThat(done).isEmpty();

    time.runDue();
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void aTaskOfATaskRunsAfterWhatCameBefore() {
    loop.execute(
        () -> {
          loop.execute(noting("inner"));
          done.add("outer");
        });
    loop.execute(noting("second"));
    time.runDue();

    assertThat(done).containsExactly("outer", "second", "inner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error"})
  void aTaskThatThrowsHarmsNoOther(String type) {
    loop.execute(throwing(type));
    loop.schedule(Duration.ofSeconds(1), throwing(type));
    loop.execute(noting("task"));
    loop.schedule(Duration.ofSeconds(2), noting("timer"));
    time.advance(Duration.ofSeconds(2));

    assertThat(done).containsExactly("task", "timer");
  }

  @Test
  void aTimerRunsAtItsTimeAndNotBefore() {
    loop.schedule(Duration.ofSeconds(5), noting("timer"));
    time.advance(Duration.ofSeconds(5).minusNanos(1));
    assertThat(done).isEmpty();

    time.advance(Duration.ofNanos(1));
    time.advance(Duration.ofHours(1));
    assertThat(done).containsExactly("timer");
  }

  @Test
  void timersRunInTheOrderOfTheirTimes() {
    loop.schedule(Duration.ofSeconds(2), noting("later"));
    loop.schedule(Duration.ofSeconds(1), noting("sooner"));
    loop.schedule(Duration.ZERO, noting("now"));
    loop.schedule(Duration.ofSeconds(1).negated(), noting("overdue"));
    time.advance(Duration.ofSeconds(2));

    assertThat(done).containsExactly("now", "overdue", "sooner", "later");
  }

  @Test
  void aCancelledTimerDoesNotRun() {
    Loop.Timer cancelled = loop.schedule(Duration.ofSeconds(1), noting("cancelled"));
    loop.schedule(Duration.ofSeconds(1), noting("kept"));
    cancelled.cancel();
    cancelled.cancel();
    time.advance(Duration.ofSeconds(1));

    assertThat(done).containsExactly("kept");
  }

  @Test
  void aTimerMayBeCancelledWhenItHasRun() {
    Loop.Timer timer = loop.schedule(Duration.ZERO, noting("timer"));
    time.runDue();
    timer.cancel();

    assertThat(done).containsExactly("timer");
  }

  @Test
  void theTimeIsTheClocks() {
    long before = loop.nanoTime();
    time.advance(Duration.ofSeconds(3));

    assertThat(loop.nanoTime() - before).isEqualTo(Duration.ofSeconds(3).toNanos());
  }

  @Test
  void libraryTasksRunOnTheLoopToo() {
    loop.executor().execute(noting("library"));
    time.runDue();

    assertThat(done).containsExactly("library");
  }

  @Test
  void whatComesAfterTheShutdownIsDropped() {
    loop.schedule(Duration.ofSeconds(1), noting("timer"));
    loop.executor().shutdown();
    loop.execute(noting("task"));
    time.advance(Duration.ofSeconds(1));

    assertThat(done).isEmpty();
  }
}
