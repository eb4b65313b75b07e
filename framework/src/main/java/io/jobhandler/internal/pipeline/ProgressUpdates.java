package io.jobhandler.internal.pipeline;

import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.progress.CoalescingProgress;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.ExecutionReporter;
import io.jobhandler.internal.status.ReportedDetails;
import io.jobhandler.internal.status.UpdateVerdict;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a running job reports, and the service's step timer with it where reports restart the
 * handler's time. Confined to the loop, except for the reports themselves.
 */
final class ProgressUpdates {
  /**
   * The handler's time runs from its last report, the service's timer from the last update. That
   * timer is set a minute later than ours, to two minutes at least. While a report waits, the
   * service has a minute and a half left or more; once it is sent, the service's timer begins later
   * than ours did. So the minute is never used up by waiting: it is there for the way to the
   * service and for an update that must be sent again.
   */
  private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

  private static final Duration NEXT_TRY = Duration.ofSeconds(5);

  private final Stages stages;
  private final ExecutionReporter reporter;
  private final AgentToken token;
  private final Runnable doubt;
  private final @Nullable Long stepTimeoutInMinutes;
  private final CoalescingProgress progress;
  private Loop.Timer nextTry = () -> {};
  private boolean oneWaits;
  private boolean closed;

  /**
   * Prepares the updates of one job.
   *
   * @param stages what the job runs through
   * @param reporter the execution's
   * @param token marks what is told of the execution
   * @param doubt told when the execution seems to be another's, or gone
   * @param stepTimeoutInMinutes the step timer that each report restarts; null if it restarts none
   */
  private ProgressUpdates(
      Stages stages,
      ExecutionReporter reporter,
      AgentToken token,
      Runnable doubt,
      @Nullable Long stepTimeoutInMinutes) {
    this.stages = stages;
    this.reporter = reporter;
    this.token = token;
    this.doubt = doubt;
    this.stepTimeoutInMinutes = stepTimeoutInMinutes;
    Duration interval = stages.settings().progressInterval();
    if (stepTimeoutInMinutes == null) {
      this.progress = new CoalescingProgress(stages.loop(), interval, this::send);
    } else {
      Duration shorter = interval.compareTo(LONGEST_INTERVAL) < 0 ? interval : LONGEST_INTERVAL;
      this.progress = CoalescingProgress.ofEveryReport(stages.loop(), shorter, this::send);
    }
  }

  /** The updates while a job's payloads are downloaded. */
  static ProgressUpdates ofDownload(
      Stages stages, ExecutionReporter reporter, AgentToken token, Runnable doubt) {
    return new ProgressUpdates(stages, reporter, token, doubt, null);
  }

  /** The updates while a job's handler runs. */
  static ProgressUpdates ofHandler(
      Stages stages,
      AdmittedJob job,
      ExecutionReporter reporter,
      AgentToken token,
      Runnable doubt) {
    Long minutes =
        job.restartsOnProgress()
            ? stages.settings().stepTimer().stepTimeoutInMinutes(job.stepTimeout())
            : null;
    return new ProgressUpdates(stages, reporter, token, doubt, minutes);
  }

  /** Where the handler reports. */
  ProgressReporter progressReporter() {
    return progress;
  }

  /**
   * Ends the reports.
   *
   * @return what was reported last, for the job's end to take along; null where nothing was
   */
  @Nullable String close() {
    closed = true;
    nextTry.cancel();
    progress.close();
    return progress.latest();
  }

  private void send(String text) {
    nextTry.cancel();
    oneWaits = reporter.isBusy();
    if (!oneWaits) {
      reporter
          .update(JobStatus.IN_PROGRESS, ReportedDetails.running(token, text), stepTimeoutInMinutes)
          .thenAccept(this::onVerdict);
    }
  }

  private void onVerdict(UpdateVerdict verdict) {
    if (verdict == UpdateVerdict.GONE || verdict == UpdateVerdict.FOREIGN) {
      doubt.run();
    } else if (oneWaits || verdict == UpdateVerdict.UNDELIVERED) {
      tryAgainLater();
    }
  }

  /** Text alone can wait for the next report or the job's end; the service's timer cannot. */
  private void tryAgainLater() {
    String text = progress.latest();
    if (stepTimeoutInMinutes != null && text != null && !closed) {
      nextTry = stages.loop().schedule(NEXT_TRY, () -> send(text));
    }
  }
}
