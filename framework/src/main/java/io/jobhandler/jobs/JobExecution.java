package io.jobhandler.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job execution as the service describes it ({@code JobExecution} of the Jobs data model).
 *
 * @param jobId the job's identifier
 * @param thingName the thing; null where the service leaves it out, as in notifications
 * @param status the execution's status
 * @param statusDetails what the device stored with its last update; empty where nothing is
 * @param queuedAt when the execution was queued, to the second
 * @param startedAt when it was begun; null while QUEUED
 * @param lastUpdatedAt when it was last changed
 * @param versionNumber raised by one with every accepted update; 0 or more
 * @param executionNumber which execution of this job on this thing it is; 0 or more
 * @param approximateSecondsBeforeTimedOut the time until the service ends the execution; null where
 *     no timer is running
 * @param jobDocument the document; null where it was not asked for
 */
public record JobExecution(
    String jobId,
    @Nullable String thingName,
    JobStatus status,
    Map<String, String> statusDetails,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant lastUpdatedAt,
    long versionNumber,
    long executionNumber,
    @Nullable Long approximateSecondsBeforeTimedOut,
    @Nullable JobDocument jobDocument) {

  /** Checks that what identifies the execution is there; absent details become an empty map. */
  public JobExecution {
    Identifiers.requireJobId(jobId);
    Objects.requireNonNull(status, "status");
    statusDetails = StatusDetails.orEmpty(statusDetails);
    Numbers.requireNotNegative("versionNumber", versionNumber);
    Numbers.requireNotNegative("executionNumber", executionNumber);
  }

  /** The same execution after an accepted update, whose version is one up where none is told. */
  JobExecution withState(@Nullable JobExecutionState state) {
    return new JobExecution(
        jobId,
        thingName,
        state == null ? status : state.status(),
        state == null ? statusDetails : state.statusDetails(),
        queuedAt,
        startedAt,
        lastUpdatedAt,
        state == null ? versionNumber + 1 : state.versionNumber(),
        executionNumber,
        approximateSecondsBeforeTimedOut,
        jobDocument);
  }
}
