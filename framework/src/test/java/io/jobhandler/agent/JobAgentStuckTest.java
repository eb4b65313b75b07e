package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.JobHandler;
import io.jobhandler.agent.Health.Code;
import io.jobhandler.agent.Health.Reason;
import io.jobhandler.agent.Health.Status;
import io.jobhandler.localjobs.ExecutionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edge case 17: an agent with a handler that ignores its interruption. */
@Timeout(120)
class JobAgentStuckTest {
  private final AgentOverMqtt thing;
  private final Stubborn stubborn = new Stubborn();
  private final Queue<Status> heard = new ConcurrentLinkedQueue<>();

  JobAgentStuckTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    stubborn.release.countDown();
    thing.close();
  }

  /** Ends when the test says so, and not when it is told to. */
  @SuppressWarnings("DoNotCallSuggester") // it is called by the agent
  static final class Stubborn {
    private final CountDownLatch release = new CountDownLatch(1);

    @JobHandler(operation = "hang")
    void hang() {
      boolean released = false;
      while (!released) {
        try {
          release.await();
          released = true;
        } catch (InterruptedException e) {
          // That is what this handler is about.
        }
      }
    }
  }

  private JobAgent start() throws Exception {
    return thing.start(
        thing
            .builder()
            .settings(
                JobAgentSettings.defaults()
                    .withStepTimeouts(
                        Duration.ofHours(1),
                        Map.of("hang", Duration.ofMillis(100)),
                        Duration.ofMillis(100)))
            .handlers(stubborn)
            .onHealthChanged(health -> heard.add(health.status()))
            .build());
  }

  @Test
  void isStuckUntilTheHandlerEndsAndBeginsNoOther() throws Exception {
    JobAgent agent = start();
    thing.create("job", "{\"operation\":\"hang\"}");
    thing.create("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}");
    await().until(() -> agent.health().status() == Status.STUCK);

    assertThat(agent.health().reasons()).extracting(Reason::code).contains(Code.HANDLER_STUCK);
    assertThat(thing.end("job").statusDetails()).containsEntry("reasonCode", "STEP_TIMEOUT");
    assertThat(thing.handlers.started).isEmpty();
    await().until(() -> heard.contains(Status.STUCK));

    stubborn.release.countDown();
    assertThat(thing.end("next").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    await().until(() -> agent.health().status() == Status.UP);
  }

  @Test
  void drainDoesNotWaitForTheHandler() throws Exception {
    JobAgent agent = start();
    thing.create("job", "{\"operation\":\"hang\"}");
    await().until(() -> agent.health().status() == Status.STUCK);

    assertThat(agent.drain(Duration.ofHours(1))).succeedsWithin(Duration.ofSeconds(30));
    assertThat(thing.end("job").statusDetails()).containsEntry("reasonCode", "STEP_TIMEOUT");
    assertThat(agent.health().status()).isEqualTo(Status.STUCK);
  }
}
