package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.FaultRates;
import io.jobhandler.localjobs.FaultRates.Delivery;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.testkit.FaultProxy;
import io.jobhandler.testkit.LinkCondition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred jobs over a link that is slow, narrow, dark, half closed or cut, with a service whose
 * messages are lost, doubled and reordered: each ends once, and no handler starts twice.
 *
 * <p>{@code -Dfaults.seed=N} repeats what a seed has done, as far as the timing allows.
 */
class BadLinkTest {
  private static final long SEED = Long.getLong("faults.seed", 20_260_401);
  private static final int BATCHES = 10;
  private static final int BATCH = 20;

  private final AgentOverMqtt thing;
  private final FaultProxy proxy;

  BadLinkTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
    proxy = FaultProxy.to(thing.service.mqttPort());
  }

  @AfterEach
  void close() {
    thing.close();
    proxy.close();
  }

  /** An agent behind the proxy that loses its patience soon. */
  private JobAgent agent() {
    return thing
        .builder()
        .connection(
            MqttConnection.plainText("localhost", proxy.port(), THING)
                .withReconnectDelay(Duration.ofMillis(10), Duration.ofMillis(50)))
        .settings(
            JobAgentSettings.defaults()
                .withQueueTimings(
                    Duration.ofMillis(20),
                    Duration.ofMillis(20),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500)))
        .clientSettings(
            JobsClientSettings.defaults()
                .withPublishesPerSecond(0)
                .withRequests(Duration.ofMillis(100), 4)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(50)))
        .build();
  }

  @Test
  void losesNothingAndDoesNothingTwice() throws Exception {
    thing.start(agent());
    Delivery often = new Delivery(0.03, 0.05, 0.05);
    thing.service.faults().random(SEED, new FaultRates(0.03, often, often));
    try (LinkChaos chaos = new LinkChaos(proxy, SEED).begin()) {
      try {
        for (int batch = 0; batch < BATCHES; batch++) {
          carryOut(batch);
        }
        assertThat(chaos.done()).hasSizeGreaterThan(10);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "-Dfaults.seed=%d; the link was: %s".formatted(SEED, chaos.done()), e);
      }
    }
  }

  @Test
  void aLinkThatIsCutWheneverTheAgentSubscribesIsNoRefusal() throws Exception {
    thing.start(agent());
    proxy.become(LinkCondition.slow(Duration.ofMillis(200)));
    proxy.reset();
    for (int cut = 0; cut < 4; cut++) {
      long before = subscribes();
      await().pollInterval(Duration.ofMillis(5)).until(() -> subscribes() > before);
      proxy.reset(); // before the answer is there
    }
    proxy.become(LinkCondition.GOOD);

    thing.create("job", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private long subscribes() {
    return thing.service.traffic().ofClient(THING).subscribes();
  }

  private void carryOut(int batch) throws Exception {
    List<String> jobs = IntStream.range(0, BATCH).mapToObj(i -> "job-" + batch + "-" + i).toList();
    jobs.forEach(job -> thing.create(job, "{\"operation\":\"greet\",\"name\":\"Ada\"}"));
    for (String job : jobs) {
      thing.service.whenTerminal(THING, job).get(60, TimeUnit.SECONDS);
    }
    for (String job : jobs) {
      assertThat(thing.accepted(job))
          .as(job)
          .filteredOn(ExecutionStatus::isTerminal)
          .containsExactly(ExecutionStatus.SUCCEEDED);
      assertThat(thing.handlers.started).as("starts").containsOnlyOnce(job);
    }
  }
}
