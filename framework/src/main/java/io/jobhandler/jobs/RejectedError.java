package io.jobhandler.jobs;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request was refused ({@code ErrorResponse} of the Jobs data model).
 *
 * @param code why, for machines
 * @param message why, for people; null where the service gave none
 * @param timestamp when the service answered, to the second
 * @param clientToken the token of the request; null where the service could not read it
 * @param executionState what is stored; only with InvalidStateTransition and VersionMismatch
 */
public record RejectedError(
    RejectedErrorCode code,
    @Nullable String message,
    @Nullable Instant timestamp,
    @Nullable String clientToken,
    @Nullable JobExecutionState executionState)
    implements JobsResponse {

  /** Checks that there is a code. */
  public RejectedError {
    Objects.requireNonNull(code, "code");
  }
}
