package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.spi.MqttQos;
import io.jobhandler.testkit.ScriptedTransport.Published;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How requests find their answers, and what happens when none comes. */
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

  static JobsException failureOf(CompletableFuture<?> request) {
    assertThat(request).isCompletedExceptionally();
    return JobsException.from(catchThrowableOfType(CompletionException.class, request::join));
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
  void requestWithoutAnswerIsSentAgainAsItWas() {
    var request = client.describeJobExecution(DESCRIBE);
    scripted.advance(Duration.ofMinutes(5));
    List<Published> sent = scripted.requestsTo("job1/get");
    assertThat(sent).hasSize(4);
    assertThat(sent).extracting(Published::text).containsOnly(sent.get(0).text());
    assertThat(failureOf(request)).hasMessage("DESCRIBE job1 was not answered within PT10S");
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

  @ParameterizedTest
  @EnumSource(RejectedErrorCode.class)
  void onlyWhatMayPassIsAskedAgain(RejectedErrorCode code) {
    var request = client.describeJobExecution(DESCRIBE);
    String name = code == RejectedErrorCode.UNKNOWN ? "Other" : code.wireName();
    scripted.answer("job1/get/rejected", "\"code\":\"" + name + "\"");
    scripted.advance(Duration.ofSeconds(1));
    boolean again =
        code == RejectedErrorCode.INTERNAL_ERROR || code == RejectedErrorCode.REQUEST_THROTTLED;
    assertThat(scripted.requestsTo("job1/get")).hasSize(again ? 2 : 1);
    assertThat(request.isCompletedExceptionally()).isEqualTo(!again);
  }

  @Test
  void throttledRequestSucceedsWhenAskedAgain() {
    var request = client.describeJobExecution(DESCRIBE);
    scripted.answer("job1/get/rejected", "\"code\":\"RequestThrottled\"");
    scripted.advance(Duration.ofSeconds(1));
    scripted.answer("job1/get/accepted", "");
    assertThat(request).isCompleted();
  }

  @Test
  void lastRefusalIsTheOneThatFails() {
    var request = client.describeJobExecution(DESCRIBE);
    for (int attempt = 0; attempt < 4; attempt++) {
      assertThat(request).isNotDone();
      scripted.answer("job1/get/rejected", "\"code\":\"InternalError\",\"message\":\"sorry\"");
      scripted.advance(Duration.ofSeconds(5));
    }
    assertThat(failureOf(request)).hasMessage("DESCRIBE job1 was refused: InternalError, sorry");
    assertThat(failureOf(request).isRetryable()).isTrue();
  }

  @Test
  void delaysDoubleWithinTheirJitter() {
    for (int round = 0; round < 50; round++) {
      client.describeJobExecution(DESCRIBE);
      long expected = 500;
      for (int attempt = 1; attempt < 4; attempt++) {
        scripted.answer("job1/get/rejected", "\"code\":\"InternalError\"");
        long delay = millisUntilNextPublish();
        assertThat(delay).isBetween(expected / 2 - 1, expected * 3 / 2 + 1);
        expected *= 2;
      }
      scripted.answer("job1/get/rejected", "\"code\":\"InternalError\"");
    }
  }

  @Test
  void delaysEndAtTheLongest() {
    JobsClientSettings settings =
        ScriptedClient.UNPACED
            .withBackoff(Duration.ofMillis(100), Duration.ofMillis(150))
            .withRequests(TIMEOUT, 12);
    try (ScriptedClient impatient = ScriptedClient.connected(settings)) {
      impatient.client.describeJobExecution(DESCRIBE);
      for (int attempt = 1; attempt < 12; attempt++) {
        impatient.answer("job1/get/rejected", "\"code\":\"InternalError\"");
        impatient.advance(Duration.ofMillis(151));
        assertThat(impatient.requestsTo("job1/get")).hasSize(attempt + 1);
      }
    }
  }

  private long millisUntilNextPublish() {
    long from = scripted.scheduler.nanoTime();
    int sent = scripted.transport.publishes().size();
    while (scripted.transport.publishes().size() == sent) {
      scripted.advance(Duration.ofMillis(1));
    }
    return Duration.ofNanos(scripted.scheduler.nanoTime() - from).toMillis();
  }

  @Test
  void firstRequestAfterAConnectTimesOutEarly() {
    scripted.disconnect().connect();
    client.describeJobExecution(DESCRIBE);
    client.getPendingJobExecutions();
    int before = scripted.requestsTo("get").size();
    scripted.advance(Duration.ofMillis(1000 + 751));
    assertThat(scripted.requestsTo("job1/get")).hasSize(2);
    assertThat(scripted.requestsTo("get")).hasSize(before);
  }

  @Test
  void shorterTimeoutStaysForTheFirstRequest() {
    JobsClientSettings settings = ScriptedClient.UNPACED.withRequests(Duration.ofMillis(200), 1);
    try (ScriptedClient impatient = new ScriptedClient(settings).connect()) {
      var request = impatient.client.describeJobExecution(DESCRIBE);
      impatient.advance(Duration.ofMillis(200));
      assertThat(failureOf(request)).hasMessage("DESCRIBE job1 was not answered within PT0.2S");
    }
  }

  @Test
  void requestBeforeTheConnectionWaitsForItWithinItsAttempts() {
    try (ScriptedClient unconnected = new ScriptedClient()) {
      var request = unconnected.client.describeJobExecution(DESCRIBE);
      unconnected.scheduler.runDue();
      assertThat(request).isNotDone();
      unconnected.connect().advance(Duration.ofSeconds(1));
      unconnected.answer("job1/get/accepted", "");
      assertThat(request).isCompleted();
    }
  }

  @Test
  void requestWithoutAConnectionFailsAsNotSent() {
    scripted.disconnect();
    var request = client.describeJobExecution(DESCRIBE);
    scripted.advance(Duration.ofMinutes(1));
    assertThat(failureOf(request).kind()).isEqualTo(JobsException.Kind.NOT_SENT);
    assertThat(failureOf(request)).hasMessage("DESCRIBE job1 could not be sent: not connected");
    assertThat(scripted.requestsTo("job1/get")).isEmpty();
  }

  @Test
  void unacknowledgedPublishIsSentAgain() {
    scripted.transport.holdingPublishes();
    var request = client.describeJobExecution(DESCRIBE);
    scripted.scheduler.runDue();
    scripted.transport.lastPublish().fail(new IllegalStateException("the connection broke"));
    scripted.advance(Duration.ofSeconds(1));
    assertThat(scripted.requestsTo("job1/get")).hasSize(2);
    scripted.answer("job1/get/accepted", "");
    assertThat(request).isCompleted();
  }

  @Test
  void answerMayComeBeforeTheAcknowledgement() {
    scripted.transport.holdingPublishes();
    var request = client.describeJobExecution(DESCRIBE);
    scripted.answer("job1/get/accepted", "");
    scripted.transport.lastPublish().fail(new IllegalStateException("the connection broke"));
    scripted.advance(Duration.ofMinutes(1));
    assertThat(request).isCompleted();
    assertThat(scripted.requestsTo("job1/get")).hasSize(1);
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
  void callbacksPublishOnceAndAsGiven() {
    var acknowledged =
        client.callbacks().publishDescribeJobExecution(DESCRIBE, MqttQos.AT_MOST_ONCE);
    scripted.scheduler.runDue();
    assertThat(acknowledged).isCompleted();
    assertThat(scripted.transport.lastPublish().text()).isEqualTo("{}");
    assertThat(scripted.transport.lastPublish().qos()).isEqualTo(MqttQos.AT_MOST_ONCE);
    scripted.advance(Duration.ofMinutes(5));
    assertThat(scripted.requestsTo("job1/get")).hasSize(1);
  }

  @Test
  void callbacksHearAnswersToFuturesToo() {
    List<String> heard = new ArrayList<>();
    client.callbacks().onGetPendingJobExecutionsAccepted(response -> heard.add("accepted"));
    client.callbacks().onGetPendingJobExecutionsRejected(error -> heard.add("rejected"));
    client.getPendingJobExecutions();
    scripted.answer("get/accepted", "");
    client.getPendingJobExecutions();
    scripted.answer("get/rejected", "\"code\":\"InvalidRequest\"");
    assertThat(heard).containsExactly("accepted", "rejected");
  }

  @Test
  void callbacksOfOneJobHearNoOther() {
    List<String> heard = new ArrayList<>();
    client.callbacks().onDescribeJobExecutionAccepted("job1", response -> heard.add("job1"));
    client.callbacks().onDescribeJobExecutionRejected("job1", error -> heard.add("refused"));
    client.callbacks().onUpdateJobExecutionAccepted("job1", response -> heard.add("updated"));
    scripted.deliver("job2/get/accepted", "{}");
    scripted.deliver("job2/get/rejected", "{\"code\":\"InternalError\"}");
    scripted.deliver("job2/update/accepted", "{}");
    assertThat(heard).isEmpty();
    scripted.deliver("job1/get/accepted", "{}");
    scripted.deliver("job1/get/rejected", "{\"code\":\"InternalError\"}");
    scripted.deliver("job1/update/accepted", "{}");
    assertThat(heard).containsExactly("job1", "refused", "updated");
  }

  @Test
  void listenerThatThrowsHarmsNeitherOthersNorTheRequest() {
    List<String> heard = new ArrayList<>();
    Registration bad =
        client
            .callbacks()
            .onDescribeJobExecutionAccepted(
                "job1",
                response -> {
                  throw new IllegalStateException("thrown by the test");
                });
    client.callbacks().onDescribeJobExecutionAccepted("job1", response -> heard.add("heard"));
    var request = client.describeJobExecution(DESCRIBE);
    scripted.answer("job1/get/accepted", "");
    assertThat(request).isCompleted();
    assertThat(heard).containsExactly("heard");
    bad.close();
  }

  @Test
  void listenerTakenBackHearsNoMore() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    Registration one = client.onNextJobExecutionChanged(heard::add);
    Registration other = client.onNextJobExecutionChanged(heard::add);
    one.close();
    one.close();
    scripted.deliver("notify-next", "{}");
    assertThat(heard).hasSize(1);
    other.close();
    scripted.deliver("notify-next", "{}");
    assertThat(heard).hasSize(1);
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
