package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.agent.AgentOverMqtt.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.agent.HostileMessages.Hostile;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.localjobs.ExecutionStatus;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes that are no valid, current message, on any of the six subscriptions: no handler runs,
 * nothing breaks, the heap stays as it is, and what is valid runs after.
 *
 * <p>{@code -Dfaults.seed=N} sends what another seed chooses.
 */
@Timeout(180)
class HostileBytesTest {
  private static final long SEED = Long.getLong("faults.seed", 20_260_402);
  private static final String GREET = "{\"operation\":\"greet\",\"name\":\"Ada\"}";
  private static final long MEGABYTE = 1 << 20;

  /** The service is in this process, too, and takes longer on a busy machine. */
  private static final Duration UNTIL_BUFFERS_ARE_FREE = Duration.ofMinutes(1);

  private final AgentOverMqtt thing;
  private final HostileMessages messages = new HostileMessages(THING, SEED);

  HostileBytesTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private JobAgent startUnpaced() throws Exception {
    JobsClientSettings unpaced = JobsClientSettings.defaults().withPublishesPerSecond(0);
    return thing.start(thing.builder().clientSettings(unpaced).build());
  }

  private void publish(Hostile message) {
    thing.service.faults().publish(message.topic(), message.payload());
  }

  @Test
  void noHandlerRunsAndValidJobsStillDo() throws Exception {
    JobAgent agent = startUnpaced();

    for (int i = 0; i < 3_000; i++) {
      publish(messages.next());
    }

    thing.create("valid", GREET);
    assertThat(thing.end("valid").status())
        .as("seed %d", SEED)
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).as("seed %d", SEED).containsExactly("valid");
    assertStillThere(agent);
  }

  @Test
  void aRunningJobIsNotTouched() throws Exception {
    JobAgent agent = startUnpaced();
    thing.create("running", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);

    for (int i = 0; i < 3_000; i++) {
      publish(messages.next());
    }
    thing.create("valid", GREET);
    await().until(() -> thing.service.pendingJobExecutions(THING).size() == 2);
    thing.handlers.release.countDown();

    assertThat(thing.end("running").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.end("valid").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).as("seed %d", SEED).containsExactly("running", "valid");
    assertThat(thing.handlers.interrupted).as("seed %d", SEED).isNotDone();
    assertStillThere(agent);
  }

  private void assertStillThere(JobAgent agent) {
    assertThat(agent.state()).isEqualTo(JobAgentState.RUNNING);
    assertThat(thing.service.traffic().ofClient(THING).connects()).isEqualTo(1);
  }

  @Test
  void twentyThousandMessagesLeaveNothingBehind() throws Exception {
    startUnpaced();
    thing.create("running", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);
    flood(500); // what is loaded and cached once
    long before = usedHeap();

    flood(10_000);

    // The cancellation comes behind them, so that they were all read when the handler hears of it.
    thing.service.cancelJob("running", true);
    assertThat(thing.handlers.interrupted.get(100, TimeUnit.SECONDS)).isTrue();
    await()
        .atMost(UNTIL_BUFFERS_ARE_FREE)
        .untilAsserted(() -> assertThat(usedHeap() - before).as("growth").isLessThan(6 * MEGABYTE));
    thing.create("valid", GREET);
    assertThat(thing.end("valid").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("running", "valid");
  }

  /** Of all kinds first, then those that pretend that more is queued than can be remembered. */
  private void flood(int count) {
    String name = "x".repeat(2_000);
    for (int i = 0; i < count; i++) {
      publish(messages.forged(name));
    }
    for (int i = 0; i < count; i++) {
      publish(messages.longerQueue(name));
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
