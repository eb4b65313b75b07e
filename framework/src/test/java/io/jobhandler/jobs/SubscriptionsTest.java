package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport.Subscription;
import io.jobhandler.spi.MqttTransport.SubscriptionResult;
import io.jobhandler.spi.SubscriptionRefusedException;
import io.jobhandler.testkit.ScriptedTransport;
import io.jobhandler.testkit.ScriptedTransport.Subscribed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The standing subscriptions, and how one that the policy forbids is found. */
class SubscriptionsTest {
  private static final String PREFIX = ScriptedClient.PREFIX;
  private static final List<String> FILTERS =
      List.of(
          PREFIX + "notify",
          PREFIX + "notify-next",
          PREFIX + "get/+",
          PREFIX + "start-next/+",
          PREFIX + "+/get/+",
          PREFIX + "+/update/+");

  private final ScriptedTransport transport = new ScriptedTransport().holdingSubscribes();
  private final ScriptedClient scripted = new ScriptedClient(ScriptedClient.UNPACED, transport);

  private void grantLast() {
    transport.lastSubscribe().grant();
    scripted.scheduler.runDue();
  }

  private static SubscriptionRefusedException refusalOf(CompletableFuture<Void> started) {
    assertThat(started).isCompletedExceptionally();
    CompletionException failure = assertThrows(CompletionException.class, started::join);
    return assertInstanceOf(SubscriptionRefusedException.class, failure.getCause());
  }

  @Test
  @DisplayName("Edge case 31: more subscriptions than a connection may have")
  void allFiltersGoIntoOneSubscribe() {
    scripted.connect();
    assertThat(transport.subscribes()).hasSize(1);
    assertThat(transport.lastSubscribe().filters()).isEqualTo(FILTERS);
    assertThat(scripted.started).isNotDone();
    grantLast();
    assertThat(scripted.started).isCompleted();
    assertThat(scripted.states).containsExactly(ConnectionState.CONNECTED);
  }

  @Test
  void notificationsAreSubscribedAtLeastOnceAndResponsesAtMostOnce() {
    scripted.connect();
    assertThat(transport.lastSubscribe().subscriptions())
        .extracting(Subscription::qos)
        .containsExactly(
            MqttQos.AT_LEAST_ONCE,
            MqttQos.AT_LEAST_ONCE,
            MqttQos.AT_MOST_ONCE,
            MqttQos.AT_MOST_ONCE,
            MqttQos.AT_MOST_ONCE,
            MqttQos.AT_MOST_ONCE);
  }

  @Test
  void subscriptionsFollowTheSettings() {
    ScriptedClient other =
        new ScriptedClient(
            ScriptedClient.UNPACED.withQos(
                MqttQos.AT_LEAST_ONCE, MqttQos.AT_LEAST_ONCE, MqttQos.AT_MOST_ONCE));
    other.connect();
    assertThat(other.transport.lastSubscribe().subscriptions())
        .extracting(Subscription::qos)
        .containsExactly(
            MqttQos.AT_MOST_ONCE,
            MqttQos.AT_MOST_ONCE,
            MqttQos.AT_LEAST_ONCE,
            MqttQos.AT_LEAST_ONCE,
            MqttQos.AT_LEAST_ONCE,
            MqttQos.AT_LEAST_ONCE);
  }

  @Test
  void everyConnectSubscribesAgain() {
    scripted.connect();
    grantLast();
    for (int connects = 2; connects < 5; connects++) {
      scripted.disconnect().connect();
      assertThat(transport.subscribes()).hasSize(connects);
      assertThat(transport.lastSubscribe().filters()).isEqualTo(FILTERS);
      grantLast();
    }
    assertThat(scripted.states).hasSize(7).endsWith(ConnectionState.CONNECTED);
  }

  @Test
  void refusedFilterIsNamedAndEndsTheClient() {
    scripted.connect();
    transport.lastSubscribe().refuse(PREFIX + "+/update/+", 135);
    scripted.scheduler.runDue();
    SubscriptionRefusedException refusal = refusalOf(scripted.started);
    assertThat(refusal.topicFilters()).containsExactly(PREFIX + "+/update/+");
    assertThat(refusal)
        .hasMessage(
            "the subscription to [$aws/things/thing-1/jobs/+/update/+] was refused (SUBACK reason"
                + " code 135); the IoT policy must allow iot:Subscribe on"
                + " [topicfilter/$aws/things/thing-1/jobs/+/update/+] and iot:Receive on the topics"
                + " below");
    assertEnded();
  }

  private void assertEnded() {
    assertThat(transport.isClosed()).isTrue();
    assertThat(scripted.states).endsWith(ConnectionState.REFUSED);
    int subscribes = transport.subscribes().size();
    scripted.advance(Duration.ofHours(1));
    assertThat(transport.subscribes()).hasSize(subscribes);
  }

  @Test
  void allRefusedFiltersAreNamedAtOnce() {
    scripted.connect();
    transport
        .lastSubscribe()
        .answer()
        .complete(
            FILTERS.stream()
                .map(f -> new SubscriptionResult(f, f.endsWith("+") ? 128 : 1))
                .toList());
    scripted.scheduler.runDue();
    assertThat(refusalOf(scripted.started).topicFilters()).isEqualTo(FILTERS.subList(2, 6));
  }

  @Test
  void requestsFailAfterARefusal() {
    scripted.connect();
    transport.lastSubscribe().refuse(PREFIX + "notify", 135);
    var request = scripted.client.getPendingJobExecutions();
    scripted.advance(Duration.ofMinutes(1));
    assertThat(Failures.failureOf(request).kind()).isEqualTo(JobsException.Kind.NOT_SENT);
  }

  @Test
  void afterADropFiltersAreAskedOneByOne() {
    scripted.connect();
    scripted.disconnect().connect();
    for (String filter : FILTERS) {
      assertThat(transport.lastSubscribe().filters()).containsExactly(filter);
      grantLast();
    }
    assertThat(scripted.started).isCompleted();
  }

  @Test
  void afterOneByOneSucceededOneSubscribeIsEnoughAgain() {
    scripted.connect();
    scripted.disconnect().connect();
    FILTERS.forEach(filter -> grantLast());
    scripted.disconnect().connect();
    assertThat(transport.lastSubscribe().filters()).isEqualTo(FILTERS);
  }

  @Test
  void filterThatDropsTwiceIsNamed() {
    scripted.connect();
    scripted.disconnect().connect();
    dropAtThirdFilter();
    assertThat(scripted.started).isNotDone();
    scripted.connect();
    dropAtThirdFilter();
    SubscriptionRefusedException refusal = refusalOf(scripted.started);
    assertThat(refusal.topicFilters()).containsExactly(PREFIX + "get/+");
    assertThat(refusal).hasMessageContaining("closes the connection each time it is asked for");
    assertEnded();
  }

  private void dropAtThirdFilter() {
    grantLast();
    grantLast();
    Subscribed asked = transport.lastSubscribe();
    assertThat(asked.filters()).containsExactly(PREFIX + "get/+");
    scripted.disconnect();
    asked.fail(new IllegalStateException("disconnected"));
    scripted.scheduler.runDue();
  }

  @Test
  void filterThatDropsTwiceIsNamedAlsoWhenItsFailureComesFirst() {
    for (int drop = 0; drop < 3; drop++) {
      scripted.connect();
      transport.lastSubscribe().fail(new IllegalStateException("disconnected"));
      scripted.disconnect();
    }
    assertThat(refusalOf(scripted.started).topicFilters()).containsExactly(PREFIX + "notify");
    assertEnded();
  }

  @Test
  void networkThatDropsAtDifferentFiltersConvictsNone() {
    scripted.connect();
    scripted.disconnect().connect();
    scripted.disconnect().connect();
    grantLast();
    scripted.disconnect().connect();
    FILTERS.forEach(filter -> grantLast());
    assertThat(scripted.started).isCompleted();
    assertThat(transport.isClosed()).isFalse();
  }

  @Test
  void dropsOfAWorkingConnectionConvictNone() {
    for (int drop = 0; drop < 10; drop++) {
      scripted.connect();
      grantLast();
      scripted.disconnect();
    }
    assertThat(scripted.started).isCompleted();
    assertThat(transport.isClosed()).isFalse();
  }

  @Test
  void nineDropsWhileSubscribingConvictNoneOnceThePolicyHasAllowedAll() {
    grantAllThenDropAtTheFirst(9);
    assertThat(transport.lastSubscribe().filters()).containsExactly(FILTERS.get(0));
    assertThat(transport.isClosed()).isFalse();
    FILTERS.forEach(filter -> grantLast());
    assertThat(scripted.states).endsWith(ConnectionState.CONNECTED);
  }

  @Test
  void theTenthDropInARowConvictsAlsoWhatWasGrantedBefore() {
    grantAllThenDropAtTheFirst(10);
    assertThat(transport.isClosed()).isTrue();
    assertThat(scripted.states).endsWith(ConnectionState.REFUSED);
  }

  /** The first drop is of all filters at once, so none of them is counted. */
  private void grantAllThenDropAtTheFirst(int drops) {
    scripted.connect();
    grantLast();
    scripted.disconnect().connect();
    for (int drop = 0; drop <= drops; drop++) {
      scripted.disconnect().connect();
    }
  }

  @Test
  void aGrantClearsAFilterOfTheDropBefore() {
    scripted.connect();
    scripted.disconnect().connect();
    dropAtThirdFilter();
    scripted.connect();
    grantLast();
    grantLast();
    grantLast();
    scripted.disconnect().connect();
    dropAtThirdFilter();
    assertThat(scripted.started).isNotDone();
    scripted.connect();
    FILTERS.forEach(filter -> grantLast());
    assertThat(scripted.started).isCompleted();
  }

  @Test
  void subscribeWithoutAnAnswerIsAskedAgainLater() {
    scripted.connect();
    transport.lastSubscribe().fail(new IllegalStateException("no SUBACK"));
    scripted.advance(Duration.ofMillis(4999));
    assertThat(transport.subscribes()).hasSize(1);
    scripted.advance(Duration.ofMillis(1));
    assertThat(transport.subscribes()).hasSize(2);
    assertThat(transport.lastSubscribe().filters()).isEqualTo(FILTERS);
    grantLast();
    assertThat(scripted.started).isCompleted();
  }

  @Test
  void answerOfAnEarlierConnectionCountsForNothing() {
    scripted.connect();
    Subscribed first = transport.lastSubscribe();
    scripted.disconnect().connect();
    first.grant();
    scripted.scheduler.runDue();
    assertThat(scripted.started).isNotDone();
    assertThat(transport.subscribes()).hasSize(2);
  }

  @Test
  void repetitionOfAnEarlierConnectionIsDropped() {
    scripted.connect();
    transport.lastSubscribe().fail(new IllegalStateException("no SUBACK"));
    scripted.disconnect().connect();
    int asked = transport.subscribes().size();
    scripted.advance(Duration.ofSeconds(10));
    assertThat(transport.subscribes()).hasSize(asked);
  }

  @Test
  void failedConnectsOnlyWait() {
    transport.failToConnect("nobody there");
    transport.failToConnect("nobody there");
    scripted.connect();
    grantLast();
    assertThat(scripted.started).isCompleted();
    assertThat(scripted.states).containsExactly(ConnectionState.CONNECTED);
  }
}
