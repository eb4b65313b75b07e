package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service's messages, byte for byte, as the client hands them on. */
class JobsPayloadsTest {
  private static final Instant AT_9 = Instant.ofEpochSecond(1767258000L);
  private static final Instant AT_10 = Instant.ofEpochSecond(1767261600L);
  private static final UpdateJobExecutionRequest TO_IN_PROGRESS =
      UpdateJobExecutionRequest.builder("job1", JobStatus.IN_PROGRESS).build();

  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  private <T> T answered(CompletableFuture<T> request, String topic, String message) {
    scripted.answerLiterally(topic, message);
    return request.join();
  }

  @Test
  void pendingListWithBothArraysEmpty() {
    GetPendingJobExecutionsResponse response =
        answered(
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
        answered(
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
        answered(
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
        answered(
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
  void executionWithoutThingNameDetailsTimersAndDocument() {
    assertThat(
            describe(
                "{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"versionNumber\":1,"
                    + "\"executionNumber\":1}"))
        .isEqualTo(execution(JobStatus.QUEUED, 1, null, null));
  }

  @Test
  void keysThatAreNullCountAsAbsent() {
    assertThat(
            describe(
                """
                {"jobId":"job1","thingName":null,"status":"QUEUED","statusDetails":null,\
                "queuedAt":null,"startedAt":null,"lastUpdatedAt":null,"versionNumber":1,\
                "executionNumber":1,"approximateSecondsBeforeTimedOut":null,"jobDocument":null}"""))
        .isEqualTo(execution(JobStatus.QUEUED, 1, null, null));
  }

  @Test
  void fieldsOfALaterServiceAreIgnored() {
    assertThat(
            describe(
                """
                {"retryAttempt":{"a":[1,{"b":null}]},"jobId":"job1","status":"QUEUED",\
                "versionNumber":1,"executionNumber":1,"forceCanceled":false}"""))
        .isEqualTo(execution(JobStatus.QUEUED, 1, null, null));
  }

  @Test
  void statusOfALaterServiceIsUnknown() {
    assertThat(
            describe(
                "{\"jobId\":\"job1\",\"status\":\"PAUSED\",\"versionNumber\":1,"
                    + "\"executionNumber\":1}"))
        .isEqualTo(execution(JobStatus.UNKNOWN, 1, null, null));
  }

  @Test
  void numbersOverTwoToThe53AreExact() {
    assertThat(
            describe(
                """
                {"jobId":"job1","status":"QUEUED","versionNumber":9007199254740993,\
                "executionNumber":1,"approximateSecondsBeforeTimedOut":9007199254740993}"""))
        .isEqualTo(execution(JobStatus.QUEUED, 9007199254740993L, 9007199254740993L, null));
  }

  @Test
  void documentIsHandedOnByteForByte() {
    for (String document :
        List.of(
            "{ \"n\":9007199254740993, \"d\":1.0,\t\"e\":1e400, \"s\":\"\\u00e9\u00e9\", \"n\":[ ] }",
            "{\n\r\n  \"a\" : { } }",
            "{}",
            "[1,2]",
            "\"text \\n \ud83d\ude00\"",
            "1.0",
            "-0",
            "1e400",
            "true")) {
      assertThat(
              describe(
                  "{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"jobDocument\": "
                      + document
                      + " ,\"versionNumber\":1,\"executionNumber\":1}"))
          .isEqualTo(execution(JobStatus.QUEUED, 1, null, JobDocument.of(document)));
    }
  }

  @Test
  void documentBehindAByteOrderMarkIsHandedOnByteForByte() {
    scripted.scheduler.runDue();
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver(
        "notify-next",
        "\uFEFF{\"execution\":{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"versionNumber\":1,"
            + "\"executionNumber\":1,\"jobDocument\":{\"a\": 1.0}}}");
    assertThat(heard)
        .containsExactly(
            new NextJobExecutionChangedEvent(
                execution(JobStatus.QUEUED, 1, null, JobDocument.of("{\"a\": 1.0}")), null));
  }

  @Test
  void documentAtTheServicesLimitIsHandedOn() {
    String document = "{\"a\":\"" + "x".repeat(32_768 - 8) + "\"}";
    assertThat(
            describe(
                "{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"versionNumber\":1,"
                    + "\"executionNumber\":1,\"jobDocument\":"
                    + document
                    + "}"))
        .isEqualTo(execution(JobStatus.QUEUED, 1, null, JobDocument.of(document)));
  }

  private @Nullable JobExecution describe(String execution) {
    return answered(
            client.describeJobExecution(DescribeJobExecutionRequest.of("job1")),
            "job1/get/accepted",
            "{\"execution\":" + execution + ",\"clientToken\":\"TOKEN\"}")
        .execution();
  }

  private static JobExecution execution(
      JobStatus status, long version, @Nullable Long secondsLeft, @Nullable JobDocument document) {
    return new JobExecution(
        "job1", null, status, Map.of(), null, null, null, version, 1, secondsLeft, document);
  }

  @Test
  void updateWithoutWhatWasNotAskedFor() {
    UpdateJobExecutionResponse response =
        answered(
            client.updateJobExecution(TO_IN_PROGRESS),
            "job1/update/accepted",
            "{\"timestamp\":1767261600,\"clientToken\":\"TOKEN\"}");
    assertThat(response)
        .isEqualTo(new UpdateJobExecutionResponse(null, null, AT_10, scripted.lastToken()));
  }

  @Test
  void updateWithStateAndDocument() {
    UpdateJobExecutionResponse response =
        answered(
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
  void versionMismatchCarriesTheStoredState() {
    CompletableFuture<UpdateJobExecutionResponse> request =
        client.updateJobExecution(TO_IN_PROGRESS);
    scripted.answerLiterally(
        "job1/update/rejected",
        """
        {"code":"VersionMismatch","message":"Expected version 99 but found version 1",\
        "timestamp":1767261600,"clientToken":"TOKEN",\
        "executionState":{"status":"QUEUED","versionNumber":1}}""");
    JobsException refusal = refusalOf(request);
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
    JobsException refusal = refusalOf(request);
    assertThat(refusal.code()).contains(RejectedErrorCode.RESOURCE_NOT_FOUND);
    assertThat(refusal.executionState()).isEmpty();
    assertThat(refusal.kind()).isEqualTo(JobsException.Kind.REJECTED);
  }

  @Test
  void refusalWithACodeOfALaterService() {
    CompletableFuture<UpdateJobExecutionResponse> request =
        client.updateJobExecution(TO_IN_PROGRESS);
    scripted.answer("job1/update/rejected", "\"code\":\"Teapot\",\"message\":\"short\"");
    JobsException refusal = refusalOf(request);
    assertThat(refusal.code()).contains(RejectedErrorCode.UNKNOWN);
    assertThat(refusal.isRetryable()).isFalse();
    assertThat(refusal).hasMessage("UPDATE job1 was refused: unknown code, short");
  }

  private static JobsException refusalOf(CompletableFuture<?> request) {
    CompletionException failure = catchThrowableOfType(CompletionException.class, request::join);
    return JobsException.from(failure);
  }

  @Test
  void pendingListChanged() {
    List<JobExecutionsChangedEvent> heard = new ArrayList<>();
    client.onJobExecutionsChanged(heard::add);
    scripted.deliver(
        "notify",
        """
        {"timestamp":1767261600,"jobs":{"QUEUED":[{"jobId":"job1","queuedAt":1767258000,\
        "lastUpdatedAt":1767258000,"versionNumber":1,"executionNumber":1}]}}""");
    assertThat(heard)
        .containsExactly(
            new JobExecutionsChangedEvent(
                Map.of(
                    JobStatus.QUEUED,
                    List.of(new JobExecutionSummary("job1", AT_9, null, AT_9, 1, 1))),
                AT_10));
    assertThat(heard.get(0).jobs(JobStatus.IN_PROGRESS)).isEmpty();
  }

  @Test
  void pendingListBecameEmpty() {
    List<JobExecutionsChangedEvent> heard = new ArrayList<>();
    client.onJobExecutionsChanged(heard::add);
    scripted.deliver("notify", "{\"timestamp\":1767261600,\"jobs\":{}}");
    scripted.deliver("notify", "{\"timestamp\":1767261600,\"jobs\":{\"QUEUED\":[]}}");
    scripted.deliver("notify", "{\"timestamp\":1767261600,\"jobs\":{\"QUEUED\":null}}");
    assertThat(heard)
        .containsExactly(
            new JobExecutionsChangedEvent(Map.of(), AT_10),
            new JobExecutionsChangedEvent(Map.of(JobStatus.QUEUED, List.of()), AT_10),
            new JobExecutionsChangedEvent(Map.of(JobStatus.QUEUED, List.of()), AT_10));
  }

  @Test
  void headChanged() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver(
        "notify-next",
        """
        {"timestamp":1767261600,"execution":{"jobId":"job1","status":"QUEUED",\
        "queuedAt":1767258000,"lastUpdatedAt":1767258000,"versionNumber":1,"executionNumber":1,\
        "jobDocument":{"a":1}}}""");
    assertThat(heard)
        .containsExactly(
            new NextJobExecutionChangedEvent(
                new JobExecution(
                    "job1",
                    null,
                    JobStatus.QUEUED,
                    Map.of(),
                    AT_9,
                    null,
                    AT_9,
                    1,
                    1,
                    null,
                    JobDocument.of("{\"a\":1}")),
                AT_10));
  }

  @Test
  void headIsGone() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver("notify-next", "{\"timestamp\":1767261600}");
    assertThat(heard).containsExactly(new NextJobExecutionChangedEvent(null, AT_10));
  }

  @Test
  void fractionsOfSecondsAreKept() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver("notify-next", "{\"timestamp\":1767261600.636}");
    assertThat(heard)
        .containsExactly(new NextJobExecutionChangedEvent(null, AT_10.plusMillis(636)));
  }
}
