package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.STEP_TIMEOUT;
import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static io.jobhandler.internal.execution.ExecutionFixture.stepTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a handler whose step timeout has passed. */
@Timeout(30)
class RunningJobDeadlineTest {
  private final ExecutionFixture fixture = new ExecutionFixture();
  private final ManualScheduler manual = fixture.manual;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void interruptsTheHandlerAtItsDeadline() throws Exception {
    fixture.blocked();
    manual.advance(STEP_TIMEOUT.minusNanos(1));
    assertThat(fixture.heard).isEmpty();

    manual.advance(Duration.ofNanos(1));
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(stepTimeout(), THREAD_ENDED);
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void anInterruptedHandlerThatSucceedsAllTheSameIsTooLate() throws Exception {
    fixture.blocked(
        running -> {
          try {
            return ExecutionFixture.blockUntilInterrupted(running);
          } catch (InterruptedException e) {
            return JobResult.succeeded();
          }
        });
    manual.advance(STEP_TIMEOUT);
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(stepTimeout(), THREAD_ENDED);
  }

  @Test
  @DisplayName("Edge case 22: a job waits for its thread until its time is over")
  void aJobThatWaitedForItsThreadBeyondItsDeadlineNeverRuns() {
    AtomicBoolean called = new AtomicBoolean();
    List<Runnable> waiting = new ArrayList<>();
    Loop late = new Loop(new ManualScheduler(), manual::nanoTime); // its deadline task never comes
    fixture
        .job(
            invocation -> {
              called.set(true);
              return JobResult.succeeded();
            },
            false,
            late)
        .start(waiting::add);
    manual.advance(STEP_TIMEOUT);
    waiting.get(0).run();

    assertThat(called).isFalse();
  }

  @Test
  void reportsLeaveTheDeadlineAlone() {
    AtomicReference<Duration> left = new AtomicReference<>();
    fixture.run(
        invocation -> {
          manual.advance(STEP_TIMEOUT.minusNanos(1));
          invocation.progress().report(50);
          left.set(invocation.context().remainingTime());
          manual.advance(Duration.ofNanos(1));
          return JobResult.succeeded();
        });

    assertThat(left).hasValue(Duration.ofNanos(1));
    assertThat(fixture.heard).containsExactly(stepTimeout(), THREAD_ENDED);
  }
}
