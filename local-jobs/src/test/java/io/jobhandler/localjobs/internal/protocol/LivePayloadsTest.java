package io.jobhandler.localjobs.internal.protocol;

import static io.jobhandler.localjobs.internal.protocol.JobsHarness.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.internal.protocol.JobsHarness.Answer;
import org.junit.jupiter.api.Test;

/** Payloads seen from the real service, field for field; 1767268800 stands for its times. */
class LivePayloadsTest {
  private static final String TOKEN = "{\"clientToken\":\"t\"}";
  private final JobsHarness jobs = new JobsHarness();

  @Test
  void getPendingHasBothArraysEvenWhenEmpty() {
    jobs.ask("get", TOKEN)
        .accepted()
        .isExactly(
            """
            {"inProgressJobs":[],"queuedJobs":[],"timestamp":1767268800,"clientToken":"t"}""");
  }

  @Test
  void getPendingSummarisesWithoutStatus() {
    jobs.create("job1");
    jobs.create("job2");
    jobs.update("job2", "IN_PROGRESS");
    jobs.ask("get", "{}")
        .isExactly(
            """
            {"inProgressJobs":[{"jobId":"job2","queuedAt":1767268800,"startedAt":1767268800,
              "lastUpdatedAt":1767268800,"versionNumber":2,"executionNumber":1}],
             "queuedJobs":[{"jobId":"job1","queuedAt":1767268800,"lastUpdatedAt":1767268800,
              "versionNumber":1,"executionNumber":1}],
             "timestamp":1767268800}""");
  }

  @Test
  void nothingPendingIsAcceptedWithoutExecution() {
    String nothing =
        """
        {"timestamp":1767268800,"clientToken":"t"}""";
    jobs.ask("$next/get", TOKEN).accepted().isExactly(nothing);
    jobs.ask("start-next", TOKEN).accepted().isExactly(nothing);
    jobs.ask("$next/get", "").accepted().isExactly("{\"timestamp\":1767268800}");
  }

  @Test
  void startNextBeginsTheHead() {
    jobs.create("job1");
    jobs.ask(
            "start-next",
            "{\"statusDetails\":{\"step\":\"one\"},\"stepTimeoutInMinutes\":2,\"clientToken\":\"t\"}")
        .accepted()
        .isExactly(
            """
            {"execution":{"jobId":"job1","thingName":"thing-1","status":"IN_PROGRESS",
              "statusDetails":{"step":"one"},"queuedAt":1767268800,"startedAt":1767268800,
              "lastUpdatedAt":1767268800,"versionNumber":2,"executionNumber":1,
              "approximateSecondsBeforeTimedOut":120,"jobDocument":{"a":1}},
             "timestamp":1767268800,"clientToken":"t"}""");
  }

  @Test
  void startNextLeavesAnExecutionInProgressUntouched() {
    jobs.create("job1");
    jobs.ask("start-next", "{\"statusDetails\":{\"step\":\"one\"}}");
    Answer again = jobs.ask("start-next", "{\"statusDetails\":{\"step\":\"two\"}}").accepted();
    assertThat(again.json().at("/execution/versionNumber").longValue()).isEqualTo(2);
    assertThat(again.json().at("/execution/statusDetails/step").textValue()).isEqualTo("one");
    assertThat(jobs.service.history(THING, "job1")).hasSize(2);
  }

  @Test
  void describeHasTheDocumentUnlessItIsDeclined() {
    jobs.create("job1");
    String fields =
        """
        {"execution":{"jobId":"job1","thingName":"thing-1","status":"QUEUED","queuedAt":1767268800,
          "lastUpdatedAt":1767268800,"versionNumber":1,"executionNumber":1%s},
         "timestamp":1767268800}""";
    jobs.ask("job1/get", "{}").isExactly(fields.formatted(",\"jobDocument\":{\"a\":1}"));
    jobs.ask("job1/get", "{\"includeJobDocument\":false}").isExactly(fields.formatted(""));
    jobs.ask("job1/get", "{\"executionNumber\":1,\"includeJobDocument\":false}")
        .isExactly(fields.formatted(""));
  }

  @Test
  void updateAnswersOnlyWhatWasAskedFor() {
    jobs.create("job1");
    jobs.ask("job1/update", "{\"status\":\"IN_PROGRESS\",\"clientToken\":\"t\"}")
        .accepted()
        .isExactly("{\"timestamp\":1767268800,\"clientToken\":\"t\"}");
    jobs.ask(
            "job1/update",
            "{\"status\":\"IN_PROGRESS\",\"includeJobExecutionState\":true,\"includeJobDocument\":true}")
        .isExactly(
            """
            {"executionState":{"status":"IN_PROGRESS","versionNumber":3},"jobDocument":{"a":1},
             "timestamp":1767268800}""");
    jobs.ask(
            "job1/update",
            "{\"status\":\"SUCCEEDED\",\"statusDetails\":{\"k\":\"v\"},\"includeJobExecutionState\":true}")
        .isExactly(
            """
            {"executionState":{"status":"SUCCEEDED","statusDetails":{"k":"v"},"versionNumber":4},
             "timestamp":1767268800}""");
  }

  @Test
  void versionMismatchCarriesTheStoredState() {
    jobs.create("job1");
    Answer answer =
        jobs.ask(
            "job1/update",
            "{\"status\":\"IN_PROGRESS\",\"expectedVersion\":99,\"clientToken\":\"t\"}");
    assertThat(answer.topic()).isEqualTo("rejected");
    answer.isExactly(
        """
        {"code":"VersionMismatch","message":"Expected version 99 but found version 1",
         "timestamp":1767268800,"clientToken":"t",
         "executionState":{"status":"QUEUED","versionNumber":1}}""");
  }

  @Test
  void notificationsOfAQueuedJob() {
    jobs.create("job1");
    assertThat(jobs.notifications())
        .satisfiesExactly(
            list ->
                list.isExactly(
                    """
                    {"timestamp":1767268800,"jobs":{"QUEUED":[{"jobId":"job1",
                      "queuedAt":1767268800,"lastUpdatedAt":1767268800,"versionNumber":1,
                      "executionNumber":1}]}}"""),
            next ->
                next.isExactly(
                    """
                    {"timestamp":1767268800,"execution":{"jobId":"job1",
                      "status":"QUEUED","queuedAt":1767268800,"lastUpdatedAt":1767268800,
                      "versionNumber":1,"executionNumber":1,"jobDocument":{"a":1}}}"""));
  }

  @Test
  void notificationsOfAnEmptyQueue() {
    jobs.create("job1");
    jobs.notifications();
    jobs.update("job1", "SUCCEEDED");
    assertThat(jobs.notifications())
        .satisfiesExactly(
            list -> list.isExactly("{\"timestamp\":1767268800,\"jobs\":{}}"),
            next -> next.isExactly("{\"timestamp\":1767268800}"));
  }

  @Test
  void documentIsDeliveredCharacterForCharacter() {
    String document =
        "{ \"n\":9007199254740993, \"d\":1.0,\t\"e\":1e400, \"s\":\"\\u00e9\u00e9\", \"n\":[ ] }";
    JobDocument.check(document);
    jobs.service.createJob(CreateJob.builder("job1").document(document).targets(THING).build());
    String field = "\"jobDocument\":" + document;
    assertThat(jobs.ask("job1/get", "").payload()).contains(field);
    assertThat(jobs.notifications().get(1).payload()).contains(field);
    assertThat(
            jobs.ask("job1/update", "{\"status\":\"FAILED\",\"includeJobDocument\":true}")
                .payload())
        .contains(field);
  }
}
