package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.ReasonCode;
import io.jobhandler.RestartCause;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.HandlerBinding;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.status.UpdateVerdict;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An execution that the journal knows and that nobody works on: the process before this one has
 * left it, or it waits for its next attempt. What becomes of it depends on what the service has
 * stored meanwhile, so it is asked first. Confined to the loop.
 */
final class Leftover {
  private static final int MOST_RESTART_REQUESTS = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

  /** Takes what becomes of it; one of these is called, once, but for {@link #onEnding}. */
  interface Listener {
    /** Nothing is left to be done, and the journal has forgotten it. */
    void onSettled(ExecutionKey key);

    /** Its handler has never begun: it is QUEUED, and the journal has forgotten it. */
    void onNeverBegun(ExecutionKey key);

    /** Its end is being reported; {@link #onSettled} follows. */
    void onEnding();

    /** It was given up in the cloud after its handler had begun. */
    void onCancelled(JobReport report, HandlerBinding<?> handler);

    /** Its next attempt may begin. */
    void onReady(Resumed resumed);

    /** Its next attempt may begin after a delay. */
    void onWait(JobReport report, HandlerBinding<?> handler, JournalState.Waiting waiting);

    /** It has asked for a restart that has not come yet. */
    void onRestart(JobResult.Restart.Kind kind);
  }

  /**
   * An execution that goes on.
   *
   * @param job the job as it is stored now
   * @param attempt the next start of a handler
   * @param report tells of it; the entry is that of the attempt before
   */
  record Resumed(QueuedJob job, Attempt attempt, JobReport report) {}

  private final Stages stages;
  private final JournalEntry entry;
  private final ExecutionKey key;
  private final boolean waited;
  private final Listener listener;

  /**
   * Prepares to look.
   *
   * @param stages what jobs run through
   * @param entry what the journal holds
   * @param waited whether the time it had to wait is over
   * @param listener takes what becomes of it
   */
  Leftover(Stages stages, JournalEntry entry, boolean waited, Listener listener) {
    this.stages = stages;
    this.entry = entry;
    this.key = JobReport.keyOf(entry);
    this.waited = waited;
    this.listener = listener;
  }

  /** Asks the service, as often as it takes. */
  void look() {
    stages.inquiries().describe(key).thenAccept(this::onStored);
  }

  private void onStored(Inquiries.Answer answer) {
    JobExecution stored = answer.execution();
    if (stored == null) {
      onGone();
      return;
    }
    JobReport report = new JobReport(stages, entry.in(stored.versionNumber(), entry.state()));
    if (stored.status() == JobStatus.QUEUED) {
      onNeverBegun(report);
    } else if (!report.token().wrote(stored.statusDetails())) {
      LOG.warn("Job {} is another agent's, and is left to it", key);
      settle(report);
    } else {
      onOurs(report, stored);
    }
  }

  private void onGone() {
    JobReport report = new JobReport(stages, entry);
    HandlerBinding<?> handler = handler();
    LOG.info("Job {} has ended in the cloud, or was deleted", key);
    if (handler != null && isUnderWay()) {
      listener.onCancelled(report, handler);
    } else {
      settle(report);
    }
  }

  /** Whether a handler may have begun and has not ended. */
  private boolean isUnderWay() {
    return !(entry.state() instanceof JournalState.Ended)
        && (entry.attempt() > 1 || !(entry.state() instanceof JournalState.Preparing));
  }

  /** A handler starts only when the service has let it, so this one has not. */
  private void onNeverBegun(JobReport report) {
    if (entry.state() instanceof JournalState.Ended) {
      deliver(report);
    } else {
      report.forget();
      listener.onNeverBegun(key);
    }
  }

  private void deliver(JobReport report) {
    settleWith(report.deliver());
  }

  private void settleWith(CompletableFuture<UpdateVerdict> reported) {
    listener.onEnding();
    reported.thenAccept(verdict -> listener.onSettled(key));
  }

  private void settle(JobReport report) {
    report.forget();
    listener.onSettled(key);
  }

  private void onOurs(JobReport report, JobExecution stored) {
    if (entry.state() instanceof JournalState.Ended) {
      deliver(report);
      return;
    }
    HandlerBinding<?> handler = handler();
    if (handler == null) {
      end(
          report,
          JobOutcome.failed(
              ReasonCode.INTERRUPTED,
              "the device restarted, and no handler for '%s' can go on"
                  .formatted(entry.operation())));
      return;
    }
    if (entry.state() instanceof JournalState.Running running) {
      onCutOff(report, stored, handler.method(), running);
    } else if (entry.state() instanceof JournalState.Waiting waiting) {
      onWaiting(report, stored, handler, waiting);
    } else if (entry.state() instanceof JournalState.Restarting restarting) {
      onRestarting(report, stored, handler.method(), restarting);
    } else {
      again(report, stored, handler.method(), RestartCause.INTERRUPTION, false);
    }
  }

  private void onCutOff(
      JobReport report, JobExecution stored, HandlerMethod method, JournalState.Running running) {
    if (stages.settings().attempts().onInterrupt(method) == OnInterrupt.FAIL) {
      end(
          report,
          JobOutcome.failed(
              ReasonCode.INTERRUPTED, "the device restarted while the handler was running"));
      return;
    }
    boolean afterRestart = running.afterRestart() || resumes(method);
    again(report, stored, method, RestartCause.INTERRUPTION, afterRestart);
  }

  private void onWaiting(
      JobReport report,
      JobExecution stored,
      HandlerBinding<?> handler,
      JournalState.Waiting waiting) {
    if (waited) {
      again(report, stored, handler.method(), RestartCause.NONE, waiting.afterRestart());
    } else if (waiting.delay().isZero()) {
      boolean afterRestart = waiting.afterRestart() || resumes(handler.method());
      again(report, stored, handler.method(), RestartCause.INTERRUPTION, afterRestart);
    } else {
      listener.onWait(report, handler, waiting);
    }
  }

  private boolean resumes(HandlerMethod method) {
    return stages.settings().attempts().onInterrupt(method) == OnInterrupt.RESUME
        && method.afterRestart() != null
        && entry.checkpoint() != null;
  }

  private void onRestarting(
      JobReport report, JobExecution stored, HandlerMethod method, JournalState.Restarting asked) {
    if (stages.identity().hasRestartedSince(asked)) {
      RestartCause cause =
          asked.kind() == JobResult.Restart.Kind.REBOOT
              ? RestartCause.REBOOT
              : RestartCause.PROCESS_RESTART;
      again(report, stored, method, cause, true);
    } else if (asked.requests() < MOST_RESTART_REQUESTS) {
      LOG.warn("Job {} has asked for a restart that did not come: {}", key, asked.kind());
      JournalState again = stages.identity().restarting(asked.kind(), asked.requests() + 1);
      report.store(report.in(again)).thenAccept(asking -> listener.onRestart(asked.kind()));
    } else {
      end(
          report,
          JobOutcome.failed(
              ReasonCode.NOT_RESTARTED,
              "a restart (%s) was asked for %d times and did not come"
                  .formatted(asked.kind(), asked.requests())));
    }
  }

  /** The next attempt, as long as one is left. */
  private void again(
      JobReport report,
      JobExecution stored,
      HandlerMethod method,
      RestartCause cause,
      boolean afterRestart) {
    if (stages.settings().attempts().allowAnother(method, entry)) {
      next(report, stored, cause, afterRestart);
    } else {
      end(
          report,
          JobOutcome.failed(
              ReasonCode.ATTEMPTS_EXHAUSTED,
              "the handler was started %d times and did not come to an end"
                  .formatted(entry.attempt())));
    }
  }

  private void next(
      JobReport report, JobExecution stored, RestartCause cause, boolean afterRestart) {
    JobDocument document = stored.jobDocument();
    if (document == null) {
      LOG.warn("Job {} came without its document and is asked for again", key);
      stages.loop().schedule(Inquiries.NEXT_TRY, this::look);
      return;
    }
    QueuedJob job = new QueuedJob(key, stored.versionNumber(), stored.statusDetails(), document);
    listener.onReady(
        new Resumed(job, new Attempt(entry.attempt() + 1, cause, afterRestart), report));
  }

  private void end(JobReport report, JobOutcome outcome) {
    LOG.warn("Job {} ended: {} {}", key, outcome.status(), outcome.reasonCode());
    settleWith(report.end(outcome, null));
  }

  private @Nullable HandlerBinding<?> handler() {
    String operation = entry.operation();
    return operation == null ? null : stages.decoder().handlerOf(operation);
  }
}
