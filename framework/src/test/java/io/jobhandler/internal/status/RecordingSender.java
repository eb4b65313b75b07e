package io.jobhandler.internal.status;

import io.jobhandler.jobs.UpdateJobExecutionRequest;
import io.jobhandler.jobs.UpdateJobExecutionResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps updates and leaves their answers to the test. */
final class RecordingSender implements ExecutionReporter.Sender {
  private final List<UpdateJobExecutionRequest> requests = new ArrayList<>();
  private final List<CompletableFuture<UpdateJobExecutionResponse>> answers = new ArrayList<>();

  @Override
  public CompletableFuture<UpdateJobExecutionResponse> apply(UpdateJobExecutionRequest request) {
    requests.add(request);
    CompletableFuture<UpdateJobExecutionResponse> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  List<UpdateJobExecutionRequest> requests() {
    return requests;
  }

  UpdateJobExecutionRequest last() {
    return requests.get(requests.size() - 1);
  }

  /** Answers the update that was sent last. */
  void accept() {
    answers
        .get(answers.size() - 1)
        .complete(new UpdateJobExecutionResponse(null, null, null, null));
  }

  /** Answers the update that was sent last. */
  void fail(Throwable failure) {
    answers.get(answers.size() - 1).completeExceptionally(failure);
  }
}
