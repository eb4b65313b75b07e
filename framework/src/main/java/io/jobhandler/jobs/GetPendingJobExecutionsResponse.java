package io.jobhandler.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thing's executions that are not in a terminal status.
 *
 * @param inProgressJobs those that were begun, oldest first
 * @param queuedJobs those that wait, oldest first
 * @param timestamp when the service answered, to the second
 * @param clientToken the token of the request
 */
public record GetPendingJobExecutionsResponse(
    List<JobExecutionSummary> inProgressJobs,
    List<JobExecutionSummary> queuedJobs,
    @Nullable Instant timestamp,
    @Nullable String clientToken)
    implements JobsResponse {

  /** Absent lists become empty ones. */
  public GetPendingJobExecutionsResponse {
    inProgressJobs = Lists.orEmpty(inProgressJobs);
    queuedJobs = Lists.orEmpty(queuedJobs);
  }
}
