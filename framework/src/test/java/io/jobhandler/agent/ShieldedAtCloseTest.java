package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shielded part that takes longer than the end of its agent. */
class ShieldedAtCloseTest {
  private final AgentOverMqtt thing;
  private final Handlers handlers = new Handlers();

  ShieldedAtCloseTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    handlers.release.countDown();
    thing.close();
  }

  @SuppressWarnings("DoNotCallSuggester") // they are called by the agent
  static final class Handlers {
    final CountDownLatch inside = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final CompletableFuture<String> written = new CompletableFuture<>();

    @JobHandler(operation = "write")
    void write(JobContext context) throws InterruptedException {
      try {
        written.complete(
            context.shielded(
                () -> {
                  inside.countDown();
                  release.await();
                  return "written, cancelled " + context.isCancelled();
                }));
      } catch (InterruptedException e) {
        written.completeExceptionally(e);
        throw e;
      }
    }
  }

  @Test
  void isNotCutOff() throws Exception {
    JobAgent agent = thing.start(thing.builder().handlers(handlers).build());
    thing.create("job", "{\"operation\":\"write\"}");
    await(handlers.inside);
    agent.drain(Duration.ZERO).get(30, TimeUnit.SECONDS);
    assertThat(agent.state()).isEqualTo(JobAgentState.STOPPED);
    assertThat(handlers.written).isNotDone();

    handlers.release.countDown();
    assertThat(handlers.written)
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo("written, cancelled true");
  }
}
