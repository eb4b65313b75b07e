package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.agent.AgentOverMqtt.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an agent starts, drains and stops. */
class JobAgentLifecycleTest {
  private final AgentOverMqtt thing;

  JobAgentLifecycleTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  @Test
  void startsOnceAndSaysWhatIsMissing() throws Exception {
    JobAgent agent = thing.start();

    assertThat(agent.state()).isEqualTo(JobAgentState.RUNNING);
    assertThatThrownBy(agent::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("RUNNING");
    assertThatThrownBy(() -> JobAgent.builder(THING).build())
        .hasMessageContaining("no handler is known");
    assertThatThrownBy(() -> JobAgent.builder(THING).handlers(thing.handlers).build())
        .hasMessageContaining("no connection is set");
    assertThatThrownBy(
            () ->
                JobAgent.builder(THING)
                    .handlers(thing.handlers)
                    .connection(thing.connection(THING))
                    .build())
        .hasMessageContaining("no journal is set");
  }

  @Test
  void drainLetsTheRunningJobEndAndBeginsNoOther() throws Exception {
    JobAgent agent = thing.start();
    thing.create("running", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);
    thing.create("waiting", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    var drained = agent.drain(Duration.ofSeconds(30));
    assertThat(agent.state()).isEqualTo(JobAgentState.DRAINING);
    thing.handlers.release.countDown();
    drained.get(10, TimeUnit.SECONDS);

    assertThat(agent.state()).isEqualTo(JobAgentState.STOPPED);
    assertThat(thing.end("running").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.service.describeJobExecution(THING, "waiting").status())
        .isEqualTo(ExecutionStatus.QUEUED);
  }

  /** Edge case 24: the report comes from another thread than the one that is interrupted. */
  @Test
  void closeInterruptsTheRunningJobAndReportsIt() throws Exception {
    JobAgent agent = thing.start();
    thing.create("running", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);

    agent.close();

    assertThat(thing.end("running").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(thing.end("running").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
    assertThat(thing.handlers.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void stopsWhenThePolicyForbidsASubscription() {
    String filter = "$aws/things/" + THING + "/jobs/notify-next";
    thing.service.faults().denySubscription(filter);
    JobAgent agent = thing.agent();

    assertThatThrownBy(() -> agent.start().get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(SubscriptionRefusedException.class)
        .hasMessageContaining("iot:Subscribe")
        .hasMessageContaining("topicfilter/" + filter);
    assertThat(agent.whenStopped()).succeedsWithin(Duration.ofSeconds(10));
  }
}
