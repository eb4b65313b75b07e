package io.jobhandler.jobs;

import static io.jobhandler.jobs.Payloads.execution;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Executions and their documents, byte for byte, as the client hands them on. */
class ExecutionPayloadsTest {
  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  private @Nullable JobExecution describe(String execution) {
    return scripted
        .answered(
            client.describeJobExecution(DescribeJobExecutionRequest.of("job1")),
            "job1/get/accepted",
            "{\"execution\":" + execution + ",\"clientToken\":\"TOKEN\"}")
        .execution();
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
}
