package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.agent.Health.Code;
import io.jobhandler.agent.Health.Reason;
import io.jobhandler.agent.Health.Status;
import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.spi.SubscriptionRefusedException;
import io.jobhandler.testkit.ScriptedTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an agent says of its health, and to whom. */
@Timeout(60)
class JobAgentHealthTest {
  private static final String NOTIFY = "$aws/things/pump-17/jobs/notify";

  private final ScriptedTransport transport = new ScriptedTransport();
  private final FailingJournal journal = new FailingJournal();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final JobAgent agent =
      JobAgent.builder("pump-17")
          .transport(transport)
          .journal(journal)
          .handlers(new TestHandlers())
          .onHealthChanged(
              health -> {
                throw new AssertionError("the app is broken");
              })
          .onHealthChanged(health -> heard.add(inShort(health)))
          .build();

  @AfterEach
  void close() {
    agent.close();
  }

  private static String inShort(Health health) {
    return health.status() + " " + codes(health);
  }

  private static List<Code> codes(Health health) {
    return health.reasons().stream().map(Reason::code).toList();
  }

  private void awaitHealth(String inShort) {
    await().until(() -> inShort(agent.health()).equals(inShort));
  }

  @Test
  void isUpUntilItIsAskedToConnect() {
    assertThat(agent.health()).isEqualTo(new Health(List.of()));
  }

  @Test
  void isDegradedWheneverItIsNotConnected() {
    agent.start();
    assertThat(inShort(agent.health())).isEqualTo("DEGRADED [OFFLINE]");
    await().until(transport::isStarted);
    transport.connect();
    awaitHealth("UP []");
    transport.disconnect("the test says so");
    awaitHealth("DEGRADED [OFFLINE]");

    transport.connect();
    awaitHealth("UP []");
    await().until(() -> heard.contains("UP []"));
    assertThat(heard).first().isEqualTo("DEGRADED [OFFLINE]");
  }

  @Test
  void saysWhichSubscriptionIsForbiddenAlsoWhenItHasStopped() {
    transport.holdingSubscribes();
    agent.start();
    await().until(transport::isStarted);
    transport.connect();
    await().until(() -> !transport.subscribes().isEmpty());
    transport.lastSubscribe().refuse(NOTIFY, 135);
    assertThat(agent.whenStopped()).succeedsWithin(Duration.ofSeconds(20));

    assertThat(inShort(agent.health())).isEqualTo("DEGRADED [OFFLINE, SUBSCRIPTION_REFUSED]");
    assertThat(agent.health().reasons().get(1).text()).contains(NOTIFY);
    assertThat(agent.stopCause()).containsInstanceOf(SubscriptionRefusedException.class);
    await().until(() -> heard.contains("DEGRADED [OFFLINE, SUBSCRIPTION_REFUSED]"));
  }

  @Test
  void saysThatTheJournalCannotBeReadAlsoWhenItHasStopped() {
    journal.failing = true;
    agent.start();
    assertThat(agent.whenStopped()).succeedsWithin(Duration.ofSeconds(20));

    assertThat(codes(agent.health())).containsExactly(Code.OFFLINE, Code.JOURNAL_FAILING);
    assertThat(agent.stopCause()).containsInstanceOf(IOException.class);
  }

  @Test
  void anAgentThatIsToldToEndHasNoCause() {
    agent.start();
    agent.close();

    assertThat(agent.stopCause()).isEmpty();
    assertThat(agent.health().status()).isEqualTo(Status.DEGRADED);
  }

  @Test
  void aListenerMayBlockWithoutKeepingTheAgentFromAnything() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Queue<String> threads = new ConcurrentLinkedQueue<>();
    ScriptedTransport other = new ScriptedTransport();
    JobAgent blocked =
        JobAgent.builder("pump-17")
            .transport(other)
            .journalInMemory()
            .handlers(new TestHandlers())
            .onHealthChanged(
                health -> {
                  threads.add(Thread.currentThread().getName());
                  try {
                    release.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                })
            .build();
    blocked.start();
    await().until(() -> !threads.isEmpty());
    await().until(other::isStarted);
    other.connect();
    await().until(() -> blocked.health().status() == Status.UP);
    blocked.close();

    assertThat(blocked.whenStopped().get(20, TimeUnit.SECONDS)).isNull();
    release.countDown();
    assertThat(threads).containsOnly("jobhandler-health");
  }
}
