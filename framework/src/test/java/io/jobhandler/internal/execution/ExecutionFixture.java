package io.jobhandler.internal.execution;

import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.HandlerBinding;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.flow.ReadyJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Attempts of handlers with a hand-driven clock, and what is heard of them. */
final class ExecutionFixture implements RunningJob.Listener, AutoCloseable {
  static final Duration STEP_TIMEOUT = Duration.ofMinutes(10);
  static final Duration GRACE = Duration.ofSeconds(30);
  static final String NOTHING = "nothing to report";
  static final String STUCK = "stuck";
  static final String THREAD_ENDED = "thread ended";
  static final String SETTLED = "settled";
  static final String NOT_SETTLED = "not settled";

  final ManualScheduler manual = new ManualScheduler();
  final HandlerThreads threads = new HandlerThreads();

  /** What the listener was told, in order. */
  final List<Object> heard = new ArrayList<>();

  /** Which attempt the next job is. */
  Attempt attempt = Attempt.FIRST;

  /** What the handler's method says of itself. */
  HandlerMethod method = Handlers.method("x", null);

  /** What goes on after a restart. */
  Handlers.ContinuationBody afterRestart = invocation -> JobResult.succeeded();

  /** What is done when the job was cancelled. */
  Handlers.ContinuationBody onCancelled = invocation -> null;

  final TestMemory memory = new TestMemory();

  /** What handlers have reported, in order. */
  final List<String> reports = new ArrayList<>();

  @Override
  public void onEnd(AttemptEnd end) {
    if (end instanceof AttemptEnd.Ended ended) {
      heard.add(ended.outcome());
    } else {
      heard.add(end instanceof AttemptEnd.Gone ? NOTHING : end);
    }
  }

  @Override
  public void onStuck() {
    heard.add(STUCK);
  }

  @Override
  public void onThreadEnded() {
    heard.add(THREAD_ENDED);
  }

  /** An attempt whose reports leave its deadline alone. */
  RunningJob job(Handlers.Body body) {
    return job(body, false, new Loop(manual, manual::nanoTime));
  }

  /** An attempt whose reports give it its whole time again. */
  RunningJob restartingJob(Handlers.Body body) {
    return job(body, true, new Loop(manual, manual::nanoTime));
  }

  RunningJob job(Handlers.Body body, boolean restartsOnProgress, Loop loop) {
    return new RunningJob(
        "thing-1",
        ReadyJob.withoutPayloads(admitted(body, restartsOnProgress)),
        loop,
        GRACE,
        new Reports(),
        memory,
        this);
  }

  private AdmittedJob admitted(Handlers.Body body, boolean restartsOnProgress) {
    QueuedJob queued =
        new QueuedJob(TestJobs.key("job-1", 2), 1, Map.of("stored", "1"), TestJobs.DOCUMENT);
    HandlerBinding<?> handler =
        Handlers.binding(
            method,
            body,
            invocation -> afterRestart.run(invocation),
            invocation -> onCancelled.run(invocation));
    return new AdmittedJob(
        new DecodedJob(queued, handler, "document"), attempt, STEP_TIMEOUT, restartsOnProgress);
  }

  /** A call of the method for a job that was cancelled. */
  CancelledJob cancelledJob() {
    return new CancelledJob(
        "thing-1",
        admitted(invocation -> null, false),
        Objects.requireNonNull(method.onCancelled(), "no @OnCancelled method"),
        new Loop(manual, manual::nanoTime),
        GRACE,
        memory,
        new Cancelled());
  }

  private final class Cancelled implements CancelledJob.Listener {
    @Override
    public void onStuck() {
      heard.add(STUCK);
    }

    @Override
    public void onThreadEnded(CancelledJob call, boolean settled) {
      heard.add(settled ? SETTLED : NOT_SETTLED);
    }
  }

  private final class Reports implements ProgressReporter {
    @Override
    public void report(int percent) {
      reports.add(Integer.toString(percent));
    }

    @Override
    public void report(int percent, String step) {
      reports.add(percent + " " + step);
    }
  }

  /** Runs a handler on the calling thread to its end. */
  void run(Handlers.Body body) {
    run(job(body));
  }

  void run(RunningJob job) {
    job.start(Runnable::run);
    manual.runDue();
  }

  /** Starts a handler that blocks until it is interrupted, and waits until it does. */
  RunningJob blocked() throws InterruptedException {
    return blocked(ExecutionFixture::blockUntilInterrupted);
  }

  /** Starts a handler on its own thread, and waits until it counts the latch down. */
  RunningJob blocked(Blocking handler) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    RunningJob job = job(invocation -> handler.run(running));
    job.start(threads);
    HandlerThreads.await(running);
    return job;
  }

  /** What a handler does that says when it runs. */
  @FunctionalInterface
  interface Blocking {
    JobResult run(CountDownLatch running) throws Exception;
  }

  static JobResult blockUntilInterrupted(CountDownLatch running) throws InterruptedException {
    running.countDown();
    new CountDownLatch(1).await();
    return JobResult.succeeded();
  }

  /** Waits until the handler's thread has left it, and lets the loop know. */
  void awaitEnd() throws Exception {
    threads.awaitEnd();
    manual.runDue();
  }

  static JobOutcome stepTimeout() {
    return JobOutcome.failed("STEP_TIMEOUT", "the handler did not end within its step timeout");
  }

  @Override
  public void close() {
    threads.close();
  }
}
