package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.OnInterrupt;
import io.jobhandler.agent.Health.Code;
import io.jobhandler.localjobs.ExecutionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a drained agent begins, cuts off, waits for and leaves. */
@Timeout(120)
class JobAgentDrainTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BLOCK = "{\"operation\":\"block\"}";

  private final AgentOverMqtt thing;
  private final Path journal;

  JobAgentDrainTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
    journal = folder.resolve("journal");
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private JobAgent blocked() throws Exception {
    return blocked(thing.start());
  }

  private JobAgent blocked(JobAgent agent) throws Exception {
    thing.create("job", BLOCK);
    AgentOverMqtt.await(thing.handlers.blocked);
    return agent;
  }

  /** The entries that are left; what else the folder holds is the journal's own. */
  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(journal)) {
      return files.filter(file -> file.toString().contains("job")).toList();
    }
  }

  /** Edge case 26: nothing is asked for any more, and the answer to the last report is not lost. */
  @Test
  void waitsUntilTheLastReportIsAccepted() throws Exception {
    JobAgent agent = blocked();
    CompletableFuture<Void> drained = agent.drain(PATIENCE);
    thing.service.createJob("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}", THING);
    thing.service.faults().dropResponses(1);
    thing.handlers.release.countDown();

    assertThat(drained).succeedsWithin(PATIENCE);
    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(left()).isEmpty();
    assertThat(thing.service.describeJobExecution(THING, "next").status())
        .isEqualTo(ExecutionStatus.QUEUED);
    assertThat(thing.handlers.started).containsExactly("job");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"RERUN", "RESUME"},
      mode = Mode.INCLUDE)
  void aHandlerThatMayBeRunAgainIsCutOffAtOnceAndThatIsNoAttempt(OnInterrupt rule)
      throws Exception {
    JobAgentSettings once =
        JobAgentSettings.defaults()
            .withAttempts(
                AttemptSettings.defaults()
                    .withMaxAttempts(1, Map.of())
                    .withOnInterrupt(Map.of("block", rule)));
    JobAgent agent = blocked(thing.start(thing.builder().settings(once).build()));

    assertThat(agent.drain(Duration.ofHours(1))).succeedsWithin(PATIENCE);
    assertThat(thing.handlers.interrupted).isCompletedWithValue(true);
    assertThat(thing.service.describeJobExecution(THING, "job").status())
        .isEqualTo(ExecutionStatus.IN_PROGRESS);
    assertThat(left()).hasSize(1);

    thing.handlers.release.countDown();
    thing.start(thing.builder().settings(once).build());
    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("job", "job");
  }

  /** Edge case 26: a handler sees that it is to end. */
  @Test
  void aHandlerThatMayNotBeRunAgainIsInterruptedWhenItsTimeIsUp() throws Exception {
    JobAgent agent = blocked();

    assertThat(agent.drain(Duration.ofMillis(500))).succeedsWithin(PATIENCE);
    assertThat(thing.handlers.interrupted).isCompletedWithValue(true);
    assertThat(thing.end("job").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
    assertThat(left()).isEmpty();
  }

  @Test
  void ofSeveralDrainsTheEarliestEndCounts() throws Exception {
    JobAgent agent = blocked();
    CompletableFuture<Void> patient = agent.drain(Duration.ofHours(1));
    assertThat(agent.drain(Duration.ZERO)).succeedsWithin(PATIENCE);

    assertThat(patient).succeedsWithin(PATIENCE); // the two are told one after the other
    assertThat(thing.end("job").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
  }

  @Test
  void endsInTimeWhileItIsOffline() throws Exception {
    JobAgent agent = blocked();
    thing.service.close();
    await().until(() -> agent.health().reasons().stream().anyMatch(r -> r.code() == Code.OFFLINE));

    assertThat(agent.drain(Duration.ZERO)).succeedsWithin(PATIENCE);
    assertThat(thing.handlers.interrupted).isCompletedWithValue(true);
    assertThat(left()).hasSize(1);
  }
}
