package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thing whose IoT policy is changed while its agent runs, which shows when it reconnects. */
@Timeout(120)
class JobAgentRefusalTest {
  private static final String FILTER = "$aws/things/" + THING + "/jobs/notify-next";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AgentOverMqtt thing;

  JobAgentRefusalTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private void forbid() {
    thing.service.faults().denySubscription(FILTER);
    thing.service.faults().disconnectClients();
  }

  @Test
  void stopsAndNamesTheSubscription() throws Exception {
    JobAgent agent = thing.start();
    assertThat(agent.stopCause()).isEmpty();
    forbid();

    assertThat(agent.whenStopped()).succeedsWithin(PATIENCE);
    assertThat(agent.stopCause())
        .hasValueSatisfying(
            cause ->
                assertThat(cause)
                    .isInstanceOf(SubscriptionRefusedException.class)
                    .hasMessageContaining("topicfilter/" + FILTER));
    assertThat(agent.health().reasons())
        .extracting(Health.Reason::code)
        .contains(Health.Code.SUBSCRIPTION_REFUSED);
  }

  @Test
  void letsTheHandlerEndAndReportsItAfterTheNextStart() throws Exception {
    JobAgent agent = thing.start();
    thing.create("job", "{\"operation\":\"block\"}");
    AgentOverMqtt.await(thing.handlers.blocked);
    forbid();
    await().atMost(PATIENCE).until(() -> agent.stopCause().isPresent());
    assertThat(agent.state()).isEqualTo(JobAgentState.DRAINING);
    assertThat(thing.handlers.interrupted).isNotDone();

    thing.handlers.release.countDown();
    assertThat(agent.whenStopped()).succeedsWithin(PATIENCE);
    assertThat(thing.service.describeJobExecution(THING, "job").status())
        .isEqualTo(ExecutionStatus.IN_PROGRESS);

    thing.service.faults().clear();
    thing.start();
    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("job");
  }

  @Test
  void canBeClosedWhileTheHandlerRuns() throws Exception {
    JobAgent agent = thing.start();
    thing.create("job", "{\"operation\":\"block\"}");
    AgentOverMqtt.await(thing.handlers.blocked);
    forbid();
    await().atMost(PATIENCE).until(() -> agent.stopCause().isPresent());

    agent.close();
    assertThat(thing.handlers.interrupted).isCompletedWithValue(true);
    thing.service.faults().clear();
    thing.start();
    assertThat(thing.end("job").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
  }
}
