package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.GRACE;
import static io.jobhandler.internal.execution.ExecutionFixture.STEP_TIMEOUT;
import static io.jobhandler.internal.execution.ExecutionFixture.STUCK;
import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static io.jobhandler.internal.execution.ExecutionFixture.stepTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler keeps its place until its thread has left it, and leaves the thread as it was. */
@Timeout(30)
class RunningJobOneWriterTest {
  private final ExecutionFixture fixture = new ExecutionFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @DisplayName("Edge case 17: the handler hangs, or throws an Error")
  void tellsTheOutcomeOfAHandlerThatIgnoresItsInterruptionAndLaterThatItEnded() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    fixture.blocked(running -> ignoreInterruptions(running, release));
    fixture.manual.advance(STEP_TIMEOUT);
    fixture.manual.advance(GRACE.minusNanos(1));
    assertThat(fixture.heard).isEmpty();

    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(fixture.heard).containsExactly(STUCK, stepTimeout());

    release.countDown();
    fixture.awaitEnd();
    assertThat(fixture.heard).containsExactly(STUCK, stepTimeout(), THREAD_ENDED);
  }

  private static JobResult ignoreInterruptions(CountDownLatch running, CountDownLatch release) {
    running.countDown();
    while (true) {
      try {
        release.await();
        return JobResult.succeeded();
      } catch (InterruptedException e) {
        // That is what this handler is about.
      }
    }
  }

  @Test
  void anInterruptionDoesNotReachTheNextJobOfTheThread() throws Exception {
    fixture
        .job(
            invocation -> {
              Thread.currentThread().interrupt();
              return JobResult.succeeded();
            })
        .start(fixture.threads);
    fixture.threads.awaitEnd();
    AtomicBoolean interrupted = new AtomicBoolean(true);
    fixture
        .job(
            invocation -> {
              interrupted.set(Thread.currentThread().isInterrupted());
              return JobResult.succeeded();
            })
        .start(fixture.threads);
    fixture.threads.awaitEnd();

    assertThat(interrupted).isFalse();
  }
}
