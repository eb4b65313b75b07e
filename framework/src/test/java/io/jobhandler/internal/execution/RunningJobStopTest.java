package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.NOTHING;
import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.testkit.ManualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a handler that is stopped, whenever that is. */
@Timeout(30)
class RunningJobStopTest {
  private final ExecutionFixture fixture = new ExecutionFixture();
  private final ManualScheduler manual = fixture.manual;
  private final AtomicBoolean called = new AtomicBoolean();

  @AfterEach
  void close() {
    fixture.close();
  }

  private RunningJob job() {
    return fixture.job(
        invocation -> {
          called.set(true);
          return JobResult.succeeded();
        });
  }

  @Test
  void theFirstReasonCounts() throws Exception {
    RunningJob job = fixture.blocked();
    job.stop(StopReason.CLOSING);
    job.stop(StopReason.GONE);
    fixture.awaitEnd();

    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed("INTERRUPTED", "the agent was closed while the handler was running"),
            THREAD_ENDED);
  }

  @Test
  void nothingIsReportedOfAJobThatIsGone() throws Exception {
    fixture.blocked().stop(StopReason.GONE);
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(NOTHING, THREAD_ENDED);
  }

  @Test
  void aJobThatIsCutOffGoesOnLater() throws Exception {
    fixture.blocked().stop(StopReason.CUT_OFF);
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(new AttemptEnd.CutOff(), THREAD_ENDED);
  }

  @Test
  void whatAnInterruptedHandlerReturnsOrAsksForDoesNotCount() throws Exception {
    fixture.method = fixture.method.withAfterRestart(null, "X.confirm()");
    fixture
        .blocked(
            running -> {
              try {
                return ExecutionFixture.blockUntilInterrupted(running);
              } catch (InterruptedException e) {
                return new JobResult.Restart(JobResult.Restart.Kind.REBOOT, null);
              }
            })
        .stop(StopReason.CLOSING);
    fixture.awaitEnd();

    assertThat(fixture.heard).hasSize(2).last().isEqualTo(THREAD_ENDED);
    assertThat(fixture.heard)
        .first()
        .isEqualTo(
            JobOutcome.failed("INTERRUPTED", "the agent was closed while the handler was running"));
  }

  /** Edge case 16. */
  @Test
  void aJobThatIsStoppedBeforeItStartsNeverRuns() {
    RunningJob job = job();
    job.stop(StopReason.GONE);
    fixture.run(job);

    assertThat(called).isFalse();
    assertThat(fixture.heard).containsExactly(NOTHING, THREAD_ENDED);
    assertThat(manual.waiting()).isZero();
  }

  /** Edge case 16: a cancellation comes between the hand-over and the handler's first line. */
  @Test
  @DisplayName("Edge case 16: a job is cancelled on its way to the handler's first line")
  void aJobThatIsStoppedOnItsWayToTheThreadNeverRuns() {
    List<Runnable> waiting = new ArrayList<>();
    RunningJob job = job();
    job.start(waiting::add);
    job.stop(StopReason.CLOSING);
    waiting.get(0).run();
    manual.runDue();

    assertThat(called).isFalse();
    assertThat(fixture.heard).hasSize(2).last().isEqualTo(THREAD_ENDED);
  }

  @Test
  void aStopAfterTheEndChangesNothing() {
    RunningJob job = job();
    fixture.run(job);
    job.stop(StopReason.CLOSING);

    assertThat(manual.waiting()).isZero();
    assertThat(fixture.heard).containsExactly(JobOutcome.of(JobResult.succeeded()), THREAD_ENDED);
  }
}
