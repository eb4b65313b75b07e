package io.jobhandler.internal.session;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.DescribeJobExecutionResponse;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what is asked and leaves the answers to the test. */
final class FakeQueueService implements QueueService {
  private final List<CompletableFuture<GetPendingJobExecutionsResponse>> lists = new ArrayList<>();
  private final List<CompletableFuture<DescribeJobExecutionResponse>> descriptions =
      new ArrayList<>();
  private final List<DescribeJobExecutionRequest> described = new ArrayList<>();

  @Override
  public CompletableFuture<GetPendingJobExecutionsResponse> getPendingJobExecutions() {
    lists.add(new CompletableFuture<>());
    return lists.get(lists.size() - 1);
  }

  @Override
  public CompletableFuture<DescribeJobExecutionResponse> describeJobExecution(
      DescribeJobExecutionRequest request) {
    described.add(request);
    descriptions.add(new CompletableFuture<>());
    return descriptions.get(descriptions.size() - 1);
  }

  /** How often the pending list was asked for. */
  int asked() {
    return lists.size();
  }

  /** The jobs that were asked for, in order. */
  List<String> described() {
    return described.stream().map(DescribeJobExecutionRequest::jobId).toList();
  }

  DescribeJobExecutionRequest lastDescribed() {
    return described.get(described.size() - 1);
  }

  /** Answers the list that was asked for last. */
  void answerQueued(String... queued) {
    answerList(List.of(), Stream.of(queued).map(TestJobs::summary).toList());
  }

  void answerList(List<JobExecutionSummary> begun, List<JobExecutionSummary> queued) {
    lists
        .get(lists.size() - 1)
        .complete(new GetPendingJobExecutionsResponse(begun, queued, null, null));
  }

  void failList(Throwable failure) {
    lists.get(lists.size() - 1).completeExceptionally(failure);
  }

  /** Answers the description that was asked for last. */
  void answerDescription(@Nullable JobExecution execution) {
    descriptions
        .get(descriptions.size() - 1)
        .complete(new DescribeJobExecutionResponse(execution, null, null));
  }

  void failDescription(Throwable failure) {
    descriptions.get(descriptions.size() - 1).completeExceptionally(failure);
  }
}
