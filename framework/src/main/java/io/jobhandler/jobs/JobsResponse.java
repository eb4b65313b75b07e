package io.jobhandler.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every answer of the service carries. */
public sealed interface JobsResponse
    permits GetPendingJobExecutionsResponse,
        StartNextJobExecutionResponse,
        DescribeJobExecutionResponse,
        UpdateJobExecutionResponse,
        RejectedError {

  /**
   * When the service answered.
   *
   * @return to the second; null where it left that out
   */
  @Nullable Instant timestamp();

  /**
   * The token of the request that this answers.
   *
   * @return the token; null where the request had none or the service could not read it
   */
  @Nullable String clientToken();
}
