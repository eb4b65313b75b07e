package io.jobhandler.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobFailedException;
import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunningJobTest {
  private static final Duration STEP_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final ProgressReporter NO_PROGRESS =
      new ProgressReporter() {
        @Override
        public void report(int percent) {}

        @Override
        public void report(int percent, String step) {}
      };

  private final ManualScheduler manual = new ManualScheduler();
  private final Loop loop = new Loop(manual, manual::nanoTime);
  private final HandlerThreads threads = new HandlerThreads();
  private final Told told = new Told();

  /** What the listener heard, in order. */
  private static final class Told implements RunningJob.Listener {
    private final List<Object> heard = new ArrayList<>();

    @Override
    public void onOutcome(Optional<JobOutcome> outcome) {
      heard.add(outcome.isPresent() ? outcome.get() : "nothing to report");
    }

    @Override
    public void onThreadEnded() {
      heard.add("thread ended");
    }
  }

  @AfterEach
  void close() {
    threads.close();
  }

  private RunningJob job(Handlers.Body body) {
    return new RunningJob("thing-1", admitted(body), loop, GRACE, NO_PROGRESS, told);
  }

  private static AdmittedJob admitted(Handlers.Body body) {
    ExecutionKey key = TestJobs.key("job-1", 2);
    QueuedJob queued = new QueuedJob(key, 1, Map.of("stored", "1"), TestJobs.DOCUMENT);
    DecodedJob decoded =
        new DecodedJob(queued, Handlers.binding(Handlers.method("x", null), body), "document");
    return new AdmittedJob(decoded, 1, STEP_TIMEOUT, false);
  }

  /** Runs a handler on the calling thread to its end. */
  private void run(Handlers.Body body) {
    job(body).start(Runnable::run);
    manual.runDue();
  }

  @Test
  void tellsWhatTheHandlerReturned() {
    run(invocation -> JobResult.succeeded(Map.of("version", "2")));

    assertThat(told.heard)
        .containsExactly(
            JobOutcome.of(JobResult.succeeded(Map.of("version", "2"))), "thread ended");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void handsOverTheDocument() {
    AtomicReference<Object> document = new AtomicReference<>();
    run(
        invocation -> {
          document.set(invocation.document());
          return JobResult.rejected("NO", "why");
        });

    assertThat(document).hasValue("document");
    assertThat(told.heard).containsExactly(JobOutcome.rejected("NO", "why"), "thread ended");
  }

  @Test
  void nullIsAFailure() {
    run(invocation -> null);

    assertThat(told.heard)
        .containsExactly(
            JobOutcome.failed("HANDLER_ERROR", "the handler returned null"), "thread ended");
  }

  @Test
  void exceptionsOfTheFrameworkCarryTheirReason() {
    run(
        invocation -> {
          throw new JobFailedException("LOW", "why", Map.of("a", "b"), null);
        });
    run(
        invocation -> {
          throw new JobRejectedException("NO", "why");
        });

    assertThat(told.heard)
        .containsExactly(
            JobOutcome.of(new JobResult.Failed("LOW", "why", Map.of("a", "b"))),
            "thread ended",
            JobOutcome.rejected("NO", "why"),
            "thread ended");
  }

  @Test
  void anythingElseThatIsThrownIsAFailure() {
    assertFails(new IllegalStateException("why"), "IllegalStateException: why");
    assertFails(new IOException("why"), "IOException: why");
    assertFails(new StackOverflowError(), "StackOverflowError");
    assertFails(new AssertionError("why"), "AssertionError: why");
    assertFails(new InterruptedException(), "InterruptedException");
  }

  private void assertFails(Throwable thrown, String reason) {
    told.heard.clear();
    run(
        invocation -> {
          throw thrown;
        });

    assertThat(told.heard)
        .containsExactly(JobOutcome.failed("HANDLER_ERROR", reason), "thread ended");
  }

  @Test
  void tellsAJobWithoutAThread() {
    job(invocation -> JobResult.succeeded())
        .start(
            task -> {
              throw new RejectedExecutionException("full");
            });

    assertThat(told.heard)
        .containsExactly(
            JobOutcome.failed("HANDLER_ERROR", "RejectedExecutionException: full"), "thread ended");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void interruptsTheHandlerAtItsDeadline() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    RunningJob job = job(invocation -> blockUntilInterrupted(running));
    job.start(threads);
    HandlerThreads.await(running);
    manual.advance(STEP_TIMEOUT.minusNanos(1));
    assertThat(told.heard).isEmpty();

    manual.advance(Duration.ofNanos(1));
    threads.awaitEnd();
    manual.runDue();

    assertThat(told.heard).containsExactly(stepTimeout(), "thread ended");
    assertThat(manual.waiting()).isZero();
  }

  private static JobResult blockUntilInterrupted(CountDownLatch running)
      throws InterruptedException {
    running.countDown();
    new CountDownLatch(1).await();
    return JobResult.succeeded();
  }

  private static JobOutcome stepTimeout() {
    return JobOutcome.failed("STEP_TIMEOUT", "the handler did not end within its step timeout");
  }

  @Test
  void anInterruptedHandlerThatSucceedsAllTheSameIsTooLate() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    job(invocation -> {
          try {
            return blockUntilInterrupted(running);
          } catch (InterruptedException e) {
            return JobResult.succeeded();
          }
        })
        .start(threads);
    HandlerThreads.await(running);
    manual.advance(STEP_TIMEOUT);
    threads.awaitEnd();
    manual.runDue();

    assertThat(told.heard).containsExactly(stepTimeout(), "thread ended");
  }

  @Test
  void tellsTheOutcomeOfAHandlerThatIgnoresItsInterruptionAndLaterThatItEnded() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    job(invocation -> ignoreInterruptions(running, release)).start(threads);
    HandlerThreads.await(running);
    manual.advance(STEP_TIMEOUT);
    manual.advance(GRACE.minusNanos(1));
    assertThat(told.heard).isEmpty();

    manual.advance(Duration.ofNanos(1));
    assertThat(told.heard).containsExactly(stepTimeout());

    release.countDown();
    threads.awaitEnd();
    manual.runDue();
    assertThat(told.heard).containsExactly(stepTimeout(), "thread ended");
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
  void theFirstReasonCounts() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    RunningJob job = job(invocation -> blockUntilInterrupted(running));
    job.start(threads);
    HandlerThreads.await(running);
    job.stop(StopReason.CLOSING);
    job.stop(StopReason.GONE);
    threads.awaitEnd();
    manual.runDue();

    assertThat(told.heard)
        .containsExactly(
            JobOutcome.failed("INTERRUPTED", "the agent was closed while the handler was running"),
            "thread ended");
  }

  @Test
  void nothingIsReportedOfAJobThatIsGone() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    RunningJob job = job(invocation -> blockUntilInterrupted(running));
    job.start(threads);
    HandlerThreads.await(running);
    job.stop(StopReason.GONE);
    threads.awaitEnd();
    manual.runDue();

    assertThat(told.heard).containsExactly("nothing to report", "thread ended");
  }

  @Test
  void aJobThatIsStoppedBeforeItStartsNeverRuns() {
    AtomicBoolean called = new AtomicBoolean();
    RunningJob job = job(invocation -> called(called));
    job.stop(StopReason.GONE);
    job.start(Runnable::run);
    manual.runDue();

    assertThat(called).isFalse();
    assertThat(told.heard).containsExactly("nothing to report", "thread ended");
    assertThat(manual.waiting()).isZero();
  }

  private static JobResult called(AtomicBoolean called) {
    called.set(true);
    return JobResult.succeeded();
  }

  @Test
  void aJobThatIsStoppedOnItsWayToTheThreadNeverRuns() {
    AtomicBoolean called = new AtomicBoolean();
    List<Runnable> waiting = new ArrayList<>();
    RunningJob job = job(invocation -> called(called));
    job.start(waiting::add);
    job.stop(StopReason.CLOSING);
    waiting.get(0).run();
    manual.runDue();

    assertThat(called).isFalse();
    assertThat(told.heard).hasSize(2).last().isEqualTo("thread ended");
  }

  @Test
  void aJobThatWaitedForItsThreadBeyondItsDeadlineNeverRuns() {
    AtomicBoolean called = new AtomicBoolean();
    List<Runnable> waiting = new ArrayList<>();
    RunningJob job =
        new RunningJob(
            "thing-1",
            admitted(invocation -> called(called)),
            new Loop(new ManualScheduler(), manual::nanoTime), // whose deadline task is late
            GRACE,
            NO_PROGRESS,
            told);
    job.start(waiting::add);
    manual.advance(STEP_TIMEOUT);
    waiting.get(0).run();

    assertThat(called).isFalse();
  }

  @Test
  void aStopAfterTheEndChangesNothing() {
    RunningJob job = job(invocation -> JobResult.succeeded());
    job.start(Runnable::run);
    manual.runDue();
    job.stop(StopReason.CLOSING);

    assertThat(manual.waiting()).isZero();
    assertThat(told.heard).containsExactly(JobOutcome.of(JobResult.succeeded()), "thread ended");
  }

  @Test
  void anInterruptionDoesNotReachTheNextJobOfTheThread() throws Exception {
    job(invocation -> {
          Thread.currentThread().interrupt();
          return JobResult.succeeded();
        })
        .start(threads);
    threads.awaitEnd();
    AtomicBoolean interrupted = new AtomicBoolean(true);
    job(invocation -> {
          interrupted.set(Thread.currentThread().isInterrupted());
          return JobResult.succeeded();
        })
        .start(threads);
    threads.awaitEnd();

    assertThat(interrupted).isFalse();
  }

  @Test
  void tellsTheHandlerOfItsJob() {
    AtomicReference<JobContext> seen = new AtomicReference<>();
    run(
        invocation -> {
          seen.set(invocation.context());
          return JobResult.succeeded();
        });
    JobContext context = Objects.requireNonNull(seen.get());

    assertThat(context.thingName()).isEqualTo("thing-1");
    assertThat(context.jobId()).isEqualTo("job-1");
    assertThat(context.executionNumber()).isEqualTo(2);
    assertThat(context.operation()).isEqualTo("x");
    assertThat(context.storedDetails()).isEqualTo(Map.of("stored", "1"));
  }

  @Test
  void tellsTheHandlerHowMuchTimeIsLeft() {
    run(
        invocation -> {
          JobContext context = invocation.context();
          assertThat(context.remainingTime()).isEqualTo(STEP_TIMEOUT);
          manual.advance(Duration.ofMinutes(9));
          assertThat(context.remainingTime()).isEqualTo(Duration.ofMinutes(1));
          assertThat(context.isCancelled()).isFalse();
          manual.advance(Duration.ofMinutes(2));
          assertThat(context.remainingTime()).isEqualTo(Duration.ZERO);
          assertThat(context.isCancelled()).isTrue();
          return JobResult.succeeded();
        });

    assertThat(told.heard).containsExactly(stepTimeout(), "thread ended");
  }
}
