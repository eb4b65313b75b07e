package io.jobhandler.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the thing's executions that are not in a terminal status.
 *
 * @param clientToken echoed in the response; null lets the client choose one
 */
public record GetPendingJobExecutionsRequest(@Nullable String clientToken) implements JobsRequest {

  /** A request with a token of the client's choice. */
  public GetPendingJobExecutionsRequest() {
    this(null);
  }

  @Override
  public GetPendingJobExecutionsRequest withClientToken(String token) {
    return new GetPendingJobExecutionsRequest(token);
  }
}
