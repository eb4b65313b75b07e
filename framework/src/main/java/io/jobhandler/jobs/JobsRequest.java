package io.jobhandler.jobs;

import org.jspecify.annotations.Nullable;

/** What every request to the service carries. */
public sealed interface JobsRequest
    permits GetPendingJobExecutionsRequest,
        StartNextPendingJobExecutionRequest,
        DescribeJobExecutionRequest,
        UpdateJobExecutionRequest {

  /**
   * The token that the response echoes.
   *
   * @return the token; null lets the client choose one
   */
  @Nullable String clientToken();

  /**
   * The same request with a token.
   *
   * @param clientToken unique among the requests under way
   * @return a copy
   */
  JobsRequest withClientToken(String clientToken);
}
