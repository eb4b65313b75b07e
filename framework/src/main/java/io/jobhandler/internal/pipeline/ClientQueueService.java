package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.session.QueueService;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.DescribeJobExecutionResponse;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import io.jobhandler.jobs.JobsClient;
import java.util.concurrent.CompletableFuture;

/** Lets the session ask through the client. */
record ClientQueueService(JobsClient client) implements QueueService {
  @Override
  public CompletableFuture<GetPendingJobExecutionsResponse> getPendingJobExecutions() {
    return client.getPendingJobExecutions();
  }

  @Override
  public CompletableFuture<DescribeJobExecutionResponse> describeJobExecution(
      DescribeJobExecutionRequest request) {
    return client.describeJobExecution(request);
  }
}
