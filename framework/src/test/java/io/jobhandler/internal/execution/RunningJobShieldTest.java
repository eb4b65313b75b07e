package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.GRACE;
import static io.jobhandler.internal.execution.ExecutionFixture.NOTHING;
import static io.jobhandler.internal.execution.ExecutionFixture.STEP_TIMEOUT;
import static io.jobhandler.internal.execution.ExecutionFixture.STUCK;
import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static io.jobhandler.internal.execution.ExecutionFixture.stepTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.flow.AttemptEnd;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stops a handler does not cut off the parts of its work that it shields. */
@Timeout(30)
class RunningJobShieldTest {
  private final ExecutionFixture fixture = new ExecutionFixture();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  /** What the handler saw, in order. */
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    fixture.close();
  }

  /** Starts a handler, and waits until it is in its shielded part. */
  private RunningJob started(Handlers.Body body) throws InterruptedException {
    RunningJob job = fixture.job(body);
    job.start(fixture.threads);
    HandlerThreads.await(inside);
    return job;
  }

  private RunningJob startedShielded() throws InterruptedException {
    return started(
        invocation -> {
          invocation.context().shielded(() -> write(invocation.context()));
          seen.add("after: " + Thread.interrupted());
          return JobResult.succeeded();
        });
  }

  /** Ends when the test lets it; fails if it is interrupted. */
  private String write(JobContext context) throws InterruptedException {
    inside.countDown();
    leave.await();
    seen.add("written, cancelled: " + context.isCancelled());
    return "written";
  }

  private void leave() throws Exception {
    leave.countDown();
    fixture.awaitEnd();
  }

  @Test
  void aDeadlineWaitsForTheShieldedPart() throws Exception {
    startedShielded();
    fixture.manual.advance(STEP_TIMEOUT);
    leave();

    assertThat(seen).containsExactly("written, cancelled: true", "after: true");
    assertThat(fixture.heard).containsExactly(stepTimeout(), THREAD_ENDED);
  }

  @Test
  void aCancellationWaitsForTheShieldedPart() throws Exception {
    startedShielded().stop(StopReason.GONE);
    leave();

    assertThat(seen).containsExactly("written, cancelled: true", "after: true");
    assertThat(fixture.heard).containsExactly(NOTHING, THREAD_ENDED);
  }

  @Test
  void theEndOfTheAgentWaitsForTheShieldedPart() throws Exception {
    startedShielded().stop(StopReason.CUT_OFF);
    leave();

    assertThat(seen).containsExactly("written, cancelled: true", "after: true");
    assertThat(fixture.heard).containsExactly(new AttemptEnd.CutOff(), THREAD_ENDED);
  }

  @Test
  void nobodyIsInterruptedWhereNothingStopsTheJob() throws Exception {
    startedShielded();
    leave();

    assertThat(seen).containsExactly("written, cancelled: false", "after: false");
  }

  @Test
  void aShieldedPartThatIsLongerThanTheGraceIsToldAsStuckOnceAndEndsAllTheSame() throws Exception {
    startedShielded();
    fixture.manual.advance(STEP_TIMEOUT.plus(GRACE));
    fixture.manual.advance(Duration.ofDays(1));
    assertThat(fixture.heard).containsExactly(STUCK, stepTimeout());

    leave();
    assertThat(seen).containsExactly("written, cancelled: true", "after: true");
    assertThat(fixture.heard).containsExactly(STUCK, stepTimeout(), THREAD_ENDED);
  }

  @Test
  void aPartThatBeginsAfterTheStopIsShieldedToo() throws Exception {
    RunningJob job =
        started(
            invocation -> {
              inside.countDown();
              // Busy, not blocked: the interruption is still to be noticed.
              while (!invocation.context().isCancelled()) {
                Thread.onSpinWait();
              }
              invocation.context().shielded(() -> write(invocation.context()));
              seen.add("after: " + Thread.interrupted());
              return JobResult.succeeded();
            });
    job.stop(StopReason.GONE);
    leave();

    assertThat(seen).containsExactly("written, cancelled: true", "after: true");
  }

  @Test
  void whatAHandlerDoesOfItsInterruptionIsNotInterruptedAgain() throws Exception {
    RunningJob job =
        started(
            invocation -> {
              try {
                return ExecutionFixture.blockUntilInterrupted(inside);
              } catch (InterruptedException e) {
                leave.countDown();
                invocation.context().shielded(() -> write(invocation.context()));
                seen.add("after: " + Thread.interrupted());
                throw e;
              }
            });
    job.stop(StopReason.CUT_OFF);
    fixture.awaitEnd();

    assertThat(seen).containsExactly("written, cancelled: true", "after: false");
    assertThat(fixture.heard).containsExactly(new AttemptEnd.CutOff(), THREAD_ENDED);
  }
}
