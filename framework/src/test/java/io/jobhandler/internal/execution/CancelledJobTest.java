package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.GRACE;
import static io.jobhandler.internal.execution.ExecutionFixture.NOT_SETTLED;
import static io.jobhandler.internal.execution.ExecutionFixture.SETTLED;
import static io.jobhandler.internal.execution.ExecutionFixture.STEP_TIMEOUT;
import static io.jobhandler.internal.execution.ExecutionFixture.STUCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.RestartCause;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.testkit.LogCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The call of a method for a job that was cancelled. */
@Timeout(30)
class CancelledJobTest {
  private final ExecutionFixture fixture = new ExecutionFixture();
  private final List<Object> seen = new ArrayList<>();
  private final AtomicBoolean called = new AtomicBoolean();

  CancelledJobTest() {
    fixture.method = Handlers.method("x", null).withOnCancelled(String.class, "X.undo(String)");
    fixture.onCancelled =
        invocation -> {
          called.set(true);
          return null;
        };
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void run() {
    fixture.cancelledJob().start(Runnable::run);
    fixture.manual.runDue();
  }

  @Test
  void getsTheCheckpoint() {
    fixture.memory.stored.add("half written");
    fixture.onCancelled =
        invocation -> {
          seen.add(invocation.checkpoint(String.class));
          return null;
        };
    run();

    assertThat(seen).containsExactly("half written");
    assertThat(fixture.heard).containsExactly(SETTLED);
    assertThat(fixture.manual.waiting()).isZero();
  }

  @Test
  void getsNullWhereThereIsNoCheckpointOrNoneIsWanted() {
    fixture.onCancelled =
        invocation -> {
          seen.add(invocation.checkpoint() == null);
          return null;
        };
    run();
    fixture.memory.stored.add("half written");
    fixture.method = Handlers.method("x", null).withOnCancelled(null, "X.undo()");
    run();

    assertThat(seen).containsExactly(true, true);
  }

  @Test
  void seesItsJobAndHasItsHandlersTime() {
    fixture.attempt = new Attempt(3, RestartCause.NONE, false);
    fixture.onCancelled =
        invocation -> {
          JobContext context = invocation.context();
          seen.addAll(List.of(context.jobId(), context.attempt(), context.remainingTime()));
          seen.add(context.isCancelled());
          return null;
        };
    run();

    assertThat(seen).containsExactly("job-1", 3, STEP_TIMEOUT, false);
  }

  @Test
  void itsReportsGoNowhere() {
    fixture.onCancelled =
        invocation -> {
          invocation.progress().report(10);
          invocation.progress().report(20, "undoing");
          return null;
        };
    run();

    assertThat(fixture.reports).isEmpty();
    assertThat(fixture.heard).containsExactly(SETTLED);
  }

  @Test
  void aMethodThatThrowsHasHadItsTurn() {
    fixture.onCancelled =
        invocation -> {
          throw new AssertionError("cannot undo");
        };
    try (LogCapture log = LogCapture.of(CancelledJob.class)) {
      run();
      assertThat(log.text())
          .contains("Job job-1#2 was cancelled, and X.undo(String) failed")
          .contains("cannot undo");
    }

    assertThat(fixture.heard).containsExactly(SETTLED);
  }

  @Test
  void aCheckpointThatCannotBeReadIsToldToTheLog() {
    fixture.memory.failure = new IllegalArgumentException("cannot be read as X");
    try (LogCapture log = LogCapture.of(CancelledJob.class)) {
      run();
      assertThat(log.text()).contains("cannot be read as X");
    }

    assertThat(called).isFalse();
    assertThat(fixture.heard).containsExactly(SETTLED);
  }

  @Test
  void aMethodThatDoesNotEndIsInterruptedAtItsDeadlineAndHasHadItsTurn() throws Exception {
    blocked();
    fixture.manual.advance(STEP_TIMEOUT);
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(SETTLED);
  }

  private CancelledJob blocked() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    fixture.onCancelled = invocation -> ExecutionFixture.blockUntilInterrupted(running);
    CancelledJob job = fixture.cancelledJob();
    job.start(fixture.threads);
    HandlerThreads.await(running);
    return job;
  }

  @Test
  void aMethodThatIsCutOffBecauseTheAgentIsClosedMustBeCalledAgain() throws Exception {
    blocked().stop();
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(NOT_SETTLED);
  }

  @Test
  void aMethodThatIgnoresItsInterruptionIsToldOnceAndEndsLater() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    fixture.onCancelled =
        invocation -> {
          running.countDown();
          invocation
              .context()
              .shielded(
                  () -> {
                    release.await();
                    return release;
                  });
          return null;
        };
    fixture.cancelledJob().start(fixture.threads);
    HandlerThreads.await(running);
    fixture.manual.advance(STEP_TIMEOUT.plus(GRACE));
    assertThat(fixture.heard).containsExactly(STUCK);

    release.countDown();
    fixture.awaitEnd();
    assertThat(fixture.heard).containsExactly(STUCK, SETTLED);
  }

  @Test
  void aMethodWithoutAThreadMustBeCalledAgain() {
    fixture
        .cancelledJob()
        .start(
            task -> {
              throw new RejectedExecutionException("closed");
            });

    assertThat(fixture.heard).containsExactly(NOT_SETTLED);
  }

  @Test
  void aMethodThatGetsItsThreadTooLateMustBeCalledAgain() {
    List<Runnable> waiting = new ArrayList<>();
    fixture.cancelledJob().start(waiting::add);
    fixture.manual.advance(STEP_TIMEOUT);
    waiting.get(0).run();
    fixture.manual.runDue();

    assertThat(called).isFalse();
    assertThat(fixture.heard).containsExactly(NOT_SETTLED);
  }
}
