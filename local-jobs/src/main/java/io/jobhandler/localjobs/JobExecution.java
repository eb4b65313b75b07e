package io.jobhandler.localjobs;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a job on a thing, as it was at one moment. Immutable.
 *
 * @param jobId the job
 * @param thingName the thing
 * @param status the status
 * @param statusDetails the details that the last accepted update gave, in its order; may be empty
 * @param queuedAt when the execution was queued
 * @param startedAt when it became IN_PROGRESS, null if it never did
 * @param lastUpdatedAt when it last changed
 * @param versionNumber 1 when queued, one more with every accepted change
 * @param executionNumber 1 for the first execution of the job on the thing, one more with every
 *     retry
 * @param approximateSecondsBeforeTimedOut seconds to the nearer of the step and the in-progress
 *     deadline, empty when no timer runs
 * @param forceCanceled whether it was cancelled by force while IN_PROGRESS
 */
public record JobExecution(
    String jobId,
    String thingName,
    ExecutionStatus status,
    Map<String, String> statusDetails,
    Instant queuedAt,
    @Nullable Instant startedAt,
    Instant lastUpdatedAt,
    long versionNumber,
    long executionNumber,
    OptionalLong approximateSecondsBeforeTimedOut,
    boolean forceCanceled) {

  /** Copies the details, keeping their order. */
  public JobExecution {
    statusDetails = Collections.unmodifiableMap(new LinkedHashMap<>(statusDetails));
  }
}
