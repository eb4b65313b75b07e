package io.jobhandler.jobs;

import static io.jobhandler.jobs.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.spi.MqttQos;
import io.jobhandler.testkit.ScriptedTransport.Published;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What requests look like, and how they find their answers. */
class RequestsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final DescribeJobExecutionRequest DESCRIBE =
      DescribeJobExecutionRequest.of("job1");

  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  private static void deliver(ScriptedClient to, String token) {
    to.deliver("job1/get/accepted", "{\"clientToken\":\"" + token + "\"}");
  }

  @Test
  void answersFindTheirRequestsInAnyOrder() {
    var one = client.describeJobExecution(DESCRIBE.withClientToken("one"));
    var two = client.describeJobExecution(DESCRIBE.withClientToken("two"));
    deliver(scripted, "two");
    assertThat(one).isNotDone();
    assertThat(two.join().clientToken()).isEqualTo("two");
    deliver(scripted, "one");
    assertThat(one.join().clientToken()).isEqualTo("one");
  }

  @Test
  void everyRequestHasATokenOfItsOwn() {
    IntStream.range(0, 100).forEach(i -> client.describeJobExecution(DESCRIBE));
    assertThat(scripted.requestsTo("job1/get"))
        .hasSize(100)
        .extracting(Published::clientToken)
        .doesNotHaveDuplicates();
  }

  @Test
  void foreignAndMissingTokensAnswerNobody() {
    var request = client.describeJobExecution(DESCRIBE);
    deliver(scripted, "another's");
    scripted.deliver("job1/get/accepted", "{}");
    assertThat(request).isNotDone();
    scripted.answer("job1/get/accepted", "");
    assertThat(request).isCompleted();
  }

  @Test
  void duplicateAnswerIsIgnored() {
    var request = client.describeJobExecution(DESCRIBE.withClientToken("one"));
    deliver(scripted, "one");
    scripted.deliver(
        "job1/get/rejected", "{\"code\":\"ResourceNotFound\",\"clientToken\":\"one\"}");
    assertThat(request.join().clientToken()).isEqualTo("one");
  }

  @Test
  @DisplayName("Edge case 13: a response comes after its request was given up")
  void lateAnswerIsIgnoredAndTheNextRequestWorks() {
    var late = client.describeJobExecution(DESCRIBE.withClientToken("late"));
    scripted.advance(Duration.ofMinutes(5));
    assertThat(failureOf(late).kind()).isEqualTo(JobsException.Kind.TIMED_OUT);
    deliver(scripted, "late");
    var next = client.describeJobExecution(DESCRIBE.withClientToken("next"));
    deliver(scripted, "next");
    assertThat(next).isCompleted();
  }

  @Test
  void answerToAnEarlierAttemptCompletesALaterOne() {
    var request = client.describeJobExecution(DESCRIBE);
    scripted.requestsTo("job1/get");
    String token = scripted.lastToken();
    scripted.advance(TIMEOUT.plusSeconds(1));
    assertThat(scripted.requestsTo("job1/get")).hasSize(2);
    deliver(scripted, token);
    assertThat(request).isCompleted();
  }

  @Test
  void nothingIsLeftWaitingBehindAnswers() {
    client.describeJobExecution(DESCRIBE);
    scripted.answer("job1/get/accepted", "");
    assertThat(scripted.scheduler.waiting()).isZero();
  }

  @Test
  void requestsGoOutAtLeastOnceByDefault() {
    client.describeJobExecution(DESCRIBE);
    scripted.scheduler.runDue();
    assertThat(scripted.transport.lastPublish().qos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
  }

  @Test
  void requestsGoOutAsTheSettingsSay() {
    JobsClientSettings settings =
        ScriptedClient.UNPACED.withQos(
            MqttQos.AT_MOST_ONCE, MqttQos.AT_LEAST_ONCE, MqttQos.AT_MOST_ONCE);
    try (ScriptedClient other = ScriptedClient.connected(settings)) {
      assertThat(other.transport.lastPublish().qos()).isEqualTo(MqttQos.AT_MOST_ONCE);
    }
  }

  @Test
  void requestsAreWrittenAsTheServiceReadsThem() {
    client.getPendingJobExecutions();
    client.startNextPendingJobExecution(
        new StartNextPendingJobExecutionRequest(Map.of("a", "b"), 5L, "t"));
    client.describeJobExecution(new DescribeJobExecutionRequest("job1", 2L, false, "t"));
    client.updateJobExecution(
        UpdateJobExecutionRequest.builder("job1", JobStatus.FAILED)
            .statusDetails(Map.of("a", "b"))
            .expectedVersion(3L)
            .executionNumber(9007199254740993L)
            .includeJobExecutionState()
            .includeJobDocument()
            .stepTimeoutInMinutes(-1L)
            .clientToken("t")
            .build());
    scripted.scheduler.runDue();
    List<Published> sent = scripted.transport.publishes();
    assertThat(sent.get(1).text())
        .isEqualTo("{\"clientToken\":\"" + sent.get(1).clientToken() + "\"}");
    assertThat(sent.subList(2, 5))
        .extracting(Published::text)
        .containsExactly(
            "{\"statusDetails\":{\"a\":\"b\"},\"stepTimeoutInMinutes\":5,\"clientToken\":\"t\"}",
            "{\"executionNumber\":2,\"includeJobDocument\":false,\"clientToken\":\"t\"}",
            "{\"status\":\"FAILED\",\"statusDetails\":{\"a\":\"b\"},\"expectedVersion\":3,"
                + "\"executionNumber\":9007199254740993,\"includeJobExecutionState\":true,"
                + "\"includeJobDocument\":true,\"stepTimeoutInMinutes\":-1,\"clientToken\":\"t\"}");
    assertThat(sent)
        .extracting(Published::topic)
        .containsExactly(
            ScriptedClient.PREFIX + "get",
            ScriptedClient.PREFIX + "get",
            ScriptedClient.PREFIX + "start-next",
            ScriptedClient.PREFIX + "job1/get",
            ScriptedClient.PREFIX + "job1/update");
  }

  @Test
  void cancelledFutureHarmsNoOther() {
    var cancelled = client.describeJobExecution(DESCRIBE.withClientToken("cancelled"));
    var other = client.describeJobExecution(DESCRIBE.withClientToken("other"));
    scripted.scheduler.runDue();
    cancelled.cancel(true);
    deliver(scripted, "cancelled");
    deliver(scripted, "other");
    assertThat(other).isCompleted();
  }
}
