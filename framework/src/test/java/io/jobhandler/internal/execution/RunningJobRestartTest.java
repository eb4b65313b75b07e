package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.STEP_TIMEOUT;
import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static io.jobhandler.internal.execution.ExecutionFixture.stepTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How reports give a handler its whole time again. */
@Timeout(30)
class RunningJobRestartTest {
  private static final Duration NEARLY = STEP_TIMEOUT.minusNanos(1);

  private final ExecutionFixture fixture = new ExecutionFixture();
  private final ManualScheduler manual = fixture.manual;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aHandlerThatReportsInTimeIsNeverInterrupted() {
    List<Duration> left = new ArrayList<>();
    fixture.run(
        fixture.restartingJob(
            invocation -> {
              for (int i = 0; i < 3; i++) {
                manual.advance(NEARLY);
                invocation.progress().report(50, "writing");
                left.add(invocation.context().remainingTime());
              }
              return JobResult.succeeded();
            }));

    assertThat(left).containsExactly(STEP_TIMEOUT, STEP_TIMEOUT, STEP_TIMEOUT);
    assertThat(fixture.reports).containsExactly("50 writing", "50 writing", "50 writing");
    assertThat(fixture.heard).containsExactly(JobOutcome.of(JobResult.succeeded()), THREAD_ENDED);
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void aReportWithoutAStepCountsToo() {
    AtomicReference<Duration> left = new AtomicReference<>();
    fixture.run(
        fixture.restartingJob(
            invocation -> {
              manual.advance(NEARLY);
              invocation.progress().report(50);
              left.set(invocation.context().remainingTime());
              return JobResult.succeeded();
            }));

    assertThat(left).hasValue(STEP_TIMEOUT);
    assertThat(fixture.reports).containsExactly("50");
  }

  @Test
  void aHandlerThatReportsNoMoreIsInterruptedOneStepTimeoutAfterItsLastReport() throws Exception {
    AtomicReference<ProgressReporter> progress = new AtomicReference<>();
    CountDownLatch running = new CountDownLatch(1);
    fixture
        .restartingJob(
            invocation -> {
              progress.set(invocation.progress());
              return ExecutionFixture.blockUntilInterrupted(running);
            })
        .start(fixture.threads);
    HandlerThreads.await(running);
    manual.advance(Duration.ofMinutes(7));
    Objects.requireNonNull(progress.get()).report(50);
    manual.advance(NEARLY);
    assertThat(fixture.heard).isEmpty();

    manual.advance(Duration.ofNanos(1));
    fixture.awaitEnd();

    assertThat(fixture.heard).containsExactly(stepTimeout(), THREAD_ENDED);
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void aReportThatComesAfterTheDeadlineRevivesNothing() {
    AtomicReference<Duration> left = new AtomicReference<>();
    Loop late = new Loop(new ManualScheduler(), manual::nanoTime); // its deadline task never comes
    fixture.run(
        fixture.job(
            invocation -> {
              manual.advance(STEP_TIMEOUT);
              invocation.progress().report(50);
              left.set(invocation.context().remainingTime());
              return JobResult.succeeded();
            },
            true,
            late));

    assertThat(left).hasValue(Duration.ZERO);
    assertThat(fixture.reports).containsExactly("50");
  }

  @Test
  void aReportAfterAnInterruptionGivesNoMoreTime() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<JobContext> context = new AtomicReference<>();
    RunningJob job =
        fixture.restartingJob(
            invocation -> {
              context.set(invocation.context());
              return reportWhenInterrupted(running, invocation.progress());
            });
    job.start(fixture.threads);
    HandlerThreads.await(running);
    manual.advance(Duration.ofMinutes(7));
    job.stop(StopReason.CLOSING);
    fixture.awaitEnd();

    assertThat(fixture.reports).containsExactly("99");
    assertThat(Objects.requireNonNull(context.get()).remainingTime())
        .isEqualTo(STEP_TIMEOUT.minusMinutes(7));
    assertThat(fixture.heard).hasSize(2).last().isEqualTo(THREAD_ENDED);
    assertThat(manual.waiting()).isZero();
  }

  private static JobResult reportWhenInterrupted(
      CountDownLatch running, ProgressReporter progress) {
    try {
      return ExecutionFixture.blockUntilInterrupted(running);
    } catch (InterruptedException e) {
      progress.report(99);
      return JobResult.succeeded();
    }
  }
}
