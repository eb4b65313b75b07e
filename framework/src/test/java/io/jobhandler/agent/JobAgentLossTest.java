package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.agent.AgentOverMqtt.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ExecutionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent makes of lost answers, connections and processes. */
class JobAgentLossTest {
  private final AgentOverMqtt thing;

  JobAgentLossTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  @Test
  void reportsAnOutcomeWhoseAnswerWasLost() throws Exception {
    thing.start();
    thing.create("job", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);

    thing.service.faults().dropResponses(1);
    thing.handlers.release.countDown();

    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    thing.create("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}");
    assertThat(thing.end("next").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void reportsAfterTheConnectionWasLost() throws Exception {
    thing.start();
    thing.create("job", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);

    thing.service.faults().disconnectClients();
    thing.handlers.release.countDown();

    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("job");
  }

  @Test
  void reportsAnOutcomeThatTheProcessBeforeCouldNot() throws Exception {
    JobAgent before = thing.start();
    thing.create("job", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);
    thing.service.faults().rejectRequests("InternalError", Integer.MAX_VALUE);
    thing.handlers.release.countDown();
    before.drain(Duration.ofSeconds(1)).get(30, TimeUnit.SECONDS);
    assertThat(thing.service.describeJobExecution(THING, "job").status())
        .isEqualTo(ExecutionStatus.IN_PROGRESS);

    thing.service.faults().clear();
    thing.start();

    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("job");
  }
}
