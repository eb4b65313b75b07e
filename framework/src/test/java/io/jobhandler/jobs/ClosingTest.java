package io.jobhandler.jobs;

import static io.jobhandler.jobs.Failures.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.spi.MqttQos;
import io.jobhandler.testkit.ManualScheduler;
import io.jobhandler.testkit.ScriptedTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is left of a client that is closed: nothing. */
class ClosingTest {
  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  private static void assertClosed(CompletableFuture<?> request) {
    JobsException failure = failureOf(request);
    assertThat(failure.kind()).isEqualTo(JobsException.Kind.CLOSED);
    assertThat(failure).hasMessage("the client is closed");
    assertThat(failure.isRetryable()).isFalse();
  }

  private List<CompletableFuture<?>> oneOfEach() {
    JobsCallbacks callbacks = client.callbacks();
    return List.of(
        client.getPendingJobExecutions(),
        client.startNextPendingJobExecution(new StartNextPendingJobExecutionRequest()),
        client.describeJobExecution(DescribeJobExecutionRequest.next()),
        client.updateJobExecution(
            UpdateJobExecutionRequest.builder("job1", JobStatus.FAILED).build()),
        callbacks.publishGetPendingJobExecutions(
            new GetPendingJobExecutionsRequest(), MqttQos.AT_LEAST_ONCE));
  }

  @Test
  void everythingUnderWayFails() {
    scripted.transport.holdingPublishes();
    List<CompletableFuture<?>> underWay = oneOfEach();
    scripted.scheduler.runDue();
    assertThat(underWay).noneMatch(CompletableFuture::isDone);
    scripted.close();
    assertThat(underWay).allSatisfy(ClosingTest::assertClosed);
    assertThat(scripted.transport.isClosed()).isTrue();
  }

  @Test
  void requestWaitingForItsNextAttemptFails() {
    CompletableFuture<?> request = client.getPendingJobExecutions();
    scripted.answer("get/rejected", "\"code\":\"InternalError\"");
    assertThat(request).isNotDone();
    scripted.close();
    assertClosed(request);
  }

  @Test
  void callsAfterCloseFail() {
    scripted.close();
    int published = scripted.transport.publishes().size();
    List<CompletableFuture<?>> late = oneOfEach();
    scripted.advance(Duration.ofMinutes(5));
    assertThat(late).allSatisfy(ClosingTest::assertClosed);
    assertThat(scripted.transport.publishes()).hasSize(published);
  }

  @Test
  void closingTwiceIsClosingOnce() {
    scripted.close();
    scripted.close();
    assertThat(scripted.transport.isClosed()).isTrue();
  }

  @Test
  void startFailsWhenClosedBeforeTheConnection() {
    ScriptedClient unconnected = new ScriptedClient();
    assertThat(unconnected.started).isNotDone();
    unconnected.close();
    assertClosed(unconnected.started);
  }

  @Test
  void startAfterCloseConnectsNothing() {
    ScriptedTransport transport = new ScriptedTransport();
    ManualScheduler scheduler = new ManualScheduler();
    JobsClient never = JobsClient.builder("thing-1", transport).executor(scheduler).build();
    never.close();
    scheduler.runDue();
    assertClosed(never.start());
    assertThat(transport.isStarted()).isFalse();
  }

  @Test
  void subscriptionGrantedAfterCloseMakesNothingReady() {
    ScriptedClient slow =
        new ScriptedClient(ScriptedClient.UNPACED, new ScriptedTransport().holdingSubscribes());
    slow.connect();
    slow.close();
    slow.transport.lastSubscribe().grant();
    slow.scheduler.runDue();
    assertThat(slow.states).isEmpty();
  }

  @Test
  void subscriptionFailedAfterCloseIsNotAskedAgain() {
    ScriptedClient slow =
        new ScriptedClient(ScriptedClient.UNPACED, new ScriptedTransport().holdingSubscribes());
    slow.connect();
    slow.close();
    slow.transport.lastSubscribe().fail(new IllegalStateException("closed"));
    slow.advance(Duration.ofMinutes(1));
    assertThat(slow.transport.subscribes()).hasSize(1);
  }

  @Test
  void listenersHearNothingAfterClose() {
    client.onNextJobExecutionChanged(
        event -> {
          throw new AssertionError("heard after close");
        });
    scripted.close();
    scripted.deliver("notify-next", "{}");
    scripted.transport.disconnect("after close");
    scripted.transport.connect();
    scripted.scheduler.runDue();
    assertThat(scripted.states).containsExactly(ConnectionState.CONNECTED);
    assertThat(scripted.transport.subscribes()).hasSize(1);
  }
}
