package io.jobhandler.jobs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the head of the pending list and begins it where it is QUEUED.
 *
 * @param statusDetails stored only where the execution was QUEUED; null for none
 * @param stepTimeoutInMinutes 1 to 10080, or -1 to cancel the step timer; null sets none
 * @param clientToken echoed in the response; null lets the client choose one
 */
public record StartNextPendingJobExecutionRequest(
    @Nullable Map<String, String> statusDetails,
    @Nullable Long stepTimeoutInMinutes,
    @Nullable String clientToken)
    implements JobsRequest {

  /** A request without details, timer and token. */
  public StartNextPendingJobExecutionRequest() {
    this(null, null, null);
  }

  /** Copies the details. */
  public StartNextPendingJobExecutionRequest {
    statusDetails = statusDetails == null ? null : Map.copyOf(statusDetails);
  }

  @Override
  public StartNextPendingJobExecutionRequest withClientToken(String token) {
    return new StartNextPendingJobExecutionRequest(statusDetails, stepTimeoutInMinutes, token);
  }
}
