package io.jobhandler.jobs;

import static io.jobhandler.jobs.Failures.failureOf;
import static io.jobhandler.jobs.Payloads.AT_10;
import static io.jobhandler.jobs.Payloads.AT_9;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers to requests, byte for byte, as the client hands them on. */
class AnswerPayloadsTest {
  private static final UpdateJobExecutionRequest TO_IN_PROGRESS =
      UpdateJobExecutionRequest.builder("job1", JobStatus.IN_PROGRESS).build();

  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  @Test
  void pendingListWithBothArraysEmpty() {
    GetPendingJobExecutionsResponse response =
        scripted.answered(
            client.getPendingJobExecutions(),
            "get/accepted",
            """
            {"inProgressJobs":[],"queuedJobs":[],"timestamp":1767261600,"clientToken":"TOKEN"}""");
    assertThat(response)
        .isEqualTo(
            new GetPendingJobExecutionsResponse(List.of(), List.of(), AT_10, scripted.lastToken()));
  }

  @Test
  void pendingListWithOneInProgressAndOneQueued() {
    GetPendingJobExecutionsResponse response =
        scripted.answered(
            client.getPendingJobExecutions(),
            "get/accepted",
            """
            {"inProgressJobs":[{"jobId":"job2","queuedAt":1767258000,"startedAt":1767261600,\
            "lastUpdatedAt":1767261600,"versionNumber":2,"executionNumber":1}],\
            "queuedJobs":[{"jobId":"job1","queuedAt":1767258000,"lastUpdatedAt":1767258000,\
            "versionNumber":1,"executionNumber":3}],\
            "timestamp":1767261600,"clientToken":"TOKEN"}""");
    assertThat(response.inProgressJobs())
        .containsExactly(new JobExecutionSummary("job2", AT_9, AT_10, AT_10, 2, 1));
    assertThat(response.queuedJobs())
        .containsExactly(new JobExecutionSummary("job1", AT_9, null, AT_9, 1, 3));
  }

  @Test
  void startNextWithAnExecution() {
    StartNextJobExecutionResponse response =
        scripted.answered(
            client.startNextPendingJobExecution(new StartNextPendingJobExecutionRequest()),
            "start-next/accepted",
            """
            {"execution":{"jobId":"job1","thingName":"thing-1","status":"IN_PROGRESS",\
            "statusDetails":{"step":"one"},"queuedAt":1767258000,"startedAt":1767261600,\
            "lastUpdatedAt":1767261600,"versionNumber":2,"executionNumber":1,\
            "approximateSecondsBeforeTimedOut":120,"jobDocument":{"a":1}},\
            "timestamp":1767261600,"clientToken":"TOKEN"}""");
    assertThat(response)
        .isEqualTo(
            new StartNextJobExecutionResponse(
                new JobExecution(
                    "job1",
                    "thing-1",
                    JobStatus.IN_PROGRESS,
                    Map.of("step", "one"),
                    AT_9,
                    AT_10,
                    AT_10,
                    2,
                    1,
                    120L,
                    JobDocument.of("{\"a\":1}")),
                AT_10,
                scripted.lastToken()));
  }

  @Test
  void startNextWithNothingPendingHasNoExecution() {
    StartNextJobExecutionResponse response =
        scripted.answered(
            client.startNextPendingJobExecution(new StartNextPendingJobExecutionRequest()),
            "start-next/accepted",
            "{\"timestamp\":1767261600,\"clientToken\":\"TOKEN\"}");
    assertThat(response)
        .isEqualTo(new StartNextJobExecutionResponse(null, AT_10, scripted.lastToken()));
  }

  @Test
  void nextWithNothingPendingHasOnlyATimestamp() {
    List<DescribeJobExecutionResponse> heard = new ArrayList<>();
    client.callbacks().onDescribeJobExecutionAccepted("$next", heard::add);
    scripted.deliver("$next/get/accepted", "{\"timestamp\":1767261600}");
    assertThat(heard).containsExactly(new DescribeJobExecutionResponse(null, AT_10, null));
  }

  @Test
  void nextIsAnsweredOnTheTopicOfNext() {
    CompletableFuture<DescribeJobExecutionResponse> request =
        client.describeJobExecution(DescribeJobExecutionRequest.next());
    scripted.answerLiterally(
        "$next/get/accepted", "{\"timestamp\":1767261600,\"clientToken\":\"TOKEN\"}");
    assertThat(request.join())
        .isEqualTo(new DescribeJobExecutionResponse(null, AT_10, scripted.lastToken()));
  }

  @Test
  void updateWithoutWhatWasNotAskedFor() {
    UpdateJobExecutionResponse response =
        scripted.answered(
            client.updateJobExecution(TO_IN_PROGRESS),
            "job1/update/accepted",
            "{\"timestamp\":1767261600,\"clientToken\":\"TOKEN\"}");
    assertThat(response)
        .isEqualTo(new UpdateJobExecutionResponse(null, null, AT_10, scripted.lastToken()));
  }

  @Test
  void updateWithStateAndDocument() {
    UpdateJobExecutionResponse response =
        scripted.answered(
            client.updateJobExecution(TO_IN_PROGRESS),
            "job1/update/accepted",
            """
            {"executionState":{"status":"IN_PROGRESS","versionNumber":3},\
            "jobDocument":{"a": 1},"timestamp":1767261600,"clientToken":"TOKEN"}""");
    assertThat(response)
        .isEqualTo(
            new UpdateJobExecutionResponse(
                new JobExecutionState(JobStatus.IN_PROGRESS, Map.of(), 3),
                JobDocument.of("{\"a\": 1}"),
                AT_10,
                scripted.lastToken()));
  }

  @Test
  @DisplayName("Edge case 15: a refusal carries the stored state; keys are null")
  void versionMismatchCarriesTheStoredState() {
    CompletableFuture<UpdateJobExecutionResponse> request =
        client.updateJobExecution(TO_IN_PROGRESS);
    scripted.answerLiterally(
        "job1/update/rejected",
        """
        {"code":"VersionMismatch","message":"Expected version 99 but found version 1",\
        "timestamp":1767261600,"clientToken":"TOKEN",\
        "executionState":{"status":"QUEUED","versionNumber":1}}""");
    JobsException refusal = failureOf(request);
    assertThat(refusal.code()).contains(RejectedErrorCode.VERSION_MISMATCH);
    assertThat(refusal.executionState())
        .contains(new JobExecutionState(JobStatus.QUEUED, Map.of(), 1));
    assertThat(refusal)
        .hasMessage(
            "UPDATE job1 was refused: VersionMismatch, Expected version 99 but found version 1");
  }

  @Test
  void refusalWithoutMessageAndState() {
    CompletableFuture<UpdateJobExecutionResponse> request =
        client.updateJobExecution(TO_IN_PROGRESS);
    scripted.answer("job1/update/rejected", "\"code\":\"ResourceNotFound\"");
    JobsException refusal = failureOf(request);
    assertThat(refusal.code()).contains(RejectedErrorCode.RESOURCE_NOT_FOUND);
    assertThat(refusal.executionState()).isEmpty();
    assertThat(refusal.kind()).isEqualTo(JobsException.Kind.REJECTED);
  }

  @Test
  void refusalWithACodeOfALaterService() {
    CompletableFuture<UpdateJobExecutionResponse> request =
        client.updateJobExecution(TO_IN_PROGRESS);
    scripted.answer("job1/update/rejected", "\"code\":\"Teapot\",\"message\":\"short\"");
    JobsException refusal = failureOf(request);
    assertThat(refusal.code()).contains(RejectedErrorCode.UNKNOWN);
    assertThat(refusal.isRetryable()).isFalse();
    assertThat(refusal).hasMessage("UPDATE job1 was refused: unknown code, short");
  }
}
