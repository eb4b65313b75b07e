package io.jobhandler.internal.session;

import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.DescribeJobExecutionResponse;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import java.util.concurrent.CompletableFuture;

/** What the session asks the service; its futures complete on the loop. */
public interface QueueService {

  /** Asks for the pending list. */
  CompletableFuture<GetPendingJobExecutionsResponse> getPendingJobExecutions();

  /** Asks for one execution. */
  CompletableFuture<DescribeJobExecutionResponse> describeJobExecution(
      DescribeJobExecutionRequest request);
}
