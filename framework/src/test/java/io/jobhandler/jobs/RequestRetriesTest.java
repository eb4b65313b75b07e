package io.jobhandler.jobs;

import static io.jobhandler.jobs.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.testkit.ScriptedTransport.Published;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to a request that is not answered, or not sent, or refused for now. */
class RequestRetriesTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final DescribeJobExecutionRequest DESCRIBE =
      DescribeJobExecutionRequest.of("job1");

  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  @Test
  @DisplayName("Edge case 4: a request is acknowledged and never answered")
  void requestWithoutAnswerIsSentAgainAsItWas() {
    var request = client.describeJobExecution(DESCRIBE);
    scripted.advance(Duration.ofMinutes(5));
    List<Published> sent = scripted.requestsTo("job1/get");
    assertThat(sent).hasSize(4);
    assertThat(sent).extracting(Published::text).containsOnly(sent.get(0).text());
    assertThat(failureOf(request)).hasMessage("DESCRIBE job1 was not answered within PT10S");
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

  private long millisUntilNextPublish() {
    long from = scripted.scheduler.nanoTime();
    int sent = scripted.transport.publishes().size();
    while (scripted.transport.publishes().size() == sent) {
      scripted.advance(Duration.ofMillis(1));
    }
    return Duration.ofNanos(scripted.scheduler.nanoTime() - from).toMillis();
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
}
