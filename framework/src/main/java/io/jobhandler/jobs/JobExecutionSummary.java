package io.jobhandler.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a pending list ({@code JobExecutionSummary} of the Jobs data model).
 *
 * @param jobId the job's identifier
 * @param queuedAt when the execution was queued, to the second
 * @param startedAt when it was begun; null while QUEUED
 * @param lastUpdatedAt when it was last changed
 * @param versionNumber raised by one with every accepted update; 0 or more
 * @param executionNumber which execution of this job on this thing it is; 0 or more
 */
public record JobExecutionSummary(
    String jobId,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant lastUpdatedAt,
    long versionNumber,
    long executionNumber) {

  /** Checks that what identifies the execution is there. */
  public JobExecutionSummary {
    Identifiers.requireJobId(jobId);
    Numbers.requireNotNegative("versionNumber", versionNumber);
    Numbers.requireNotNegative("executionNumber", executionNumber);
  }
}
