package io.jobhandler.internal.pipeline;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.DescribeJobExecutionResponse;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.journal.JournalState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that an execution is still ours when its next attempt begins. Confined to the loop.
 *
 * @param stages what the job runs through
 * @param report tells of the job
 * @param delay how long the next attempt waits
 * @param stepTimeout how long it may take
 */
record NextAttempt(Stages stages, JobReport report, Duration delay, Duration stepTimeout) {

  /**
   * Stores that the job waits, and extends the service's step timer over the delay.
   *
   * @return completed with false if the service gives up on the execution before the delay is over,
   *     which the job's own in-progress timeout may say; where nothing can be told, with true
   */
  CompletableFuture<Boolean> prepare(JournalState.Waiting waiting) {
    long minutes = stages.settings().stepTimer().stepTimeoutInMinutes(delay.plus(stepTimeout));
    return report
        .store(report.in(waiting))
        .thenCompose(stored -> report.beginStep(minutes))
        .thenCompose(ours -> ours ? describe() : CompletableFuture.completedFuture(true));
  }

  private CompletableFuture<Boolean> describe() {
    DescribeJobExecutionRequest request =
        new DescribeJobExecutionRequest(
            report.key().jobId(), report.key().executionNumber(), false, null);
    return stages.client().describeJobExecution(request).handle(this::isInTime);
  }

  private boolean isInTime(
      @Nullable DescribeJobExecutionResponse description, @Nullable Throwable failure) {
    JobExecution execution = description == null ? null : description.execution();
    Long seconds = execution == null ? null : execution.approximateSecondsBeforeTimedOut();
    return seconds == null || delay.compareTo(Duration.ofSeconds(seconds)) < 0;
  }

  /** The end of a job that cannot be attempted again in time. */
  static JobOutcome tooLate(Duration delay) {
    return JobOutcome.failed(
        ReasonCode.RETRY_TOO_LATE,
        "the next attempt in %s would begin when the service has given up".formatted(delay));
  }
}
