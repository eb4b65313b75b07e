package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.agent.AgentOverMqtt.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent against the Jobs service over real MQTT. */
class JobAgentTest {
  private final AgentOverMqtt thing;

  JobAgentTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  @Test
  @DisplayName("Edge case 4: a job is created before we are subscribed")
  void runsAJobThatWasQueuedBeforeItStarted() throws Exception {
    thing.create("job", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    thing.start();

    JobExecution end = thing.end("job");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.statusDetails())
        .containsEntry("greeted", "Ada")
        .containsEntry("progress", "50 greeting")
        .containsKey("agentToken");
  }

  @Test
  void runsJobsInOrderWithTwoPublishesEach() throws Exception {
    // So patient that a busy machine makes it ask for nothing twice.
    Duration patience = Duration.ofMinutes(1);
    thing.start(
        thing
            .builder()
            .settings(
                JobAgentSettings.defaults()
                    .withQueueTimings(
                        Duration.ZERO, patience, Duration.ofMinutes(15), Duration.ofMinutes(5)))
            .clientSettings(JobsClientSettings.defaults().withRequests(patience, 1))
            .build());
    // Comes after the list that is asked for at the start, which is not to be counted.
    thing.create("first", "{\"operation\":\"refuse\"}");
    assertThat(thing.end("first").status()).isEqualTo(ExecutionStatus.REJECTED);
    List<String> jobs = IntStream.range(0, 20).mapToObj(i -> "job-" + i).toList();
    long before = thing.service.traffic().ofThing(THING).publishesIn();

    jobs.forEach(job -> thing.create(job, "{\"operation\":\"block\"}"));
    thing.handlers.release.countDown();

    for (String job : jobs) {
      assertThat(thing.end(job).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
    assertThat(thing.handlers.started).containsExactlyElementsOf(jobs);
    assertThat(thing.service.traffic().ofThing(THING).publishesIn() - before).isEqualTo(40);
  }

  @Test
  @DisplayName("Edge case 20: an exception in the handler brings no report, or ends the agent")
  void reportsWhatHandlersThrow() throws Exception {
    thing.start();

    thing.create("refused", "{\"operation\":\"refuse\"}");
    thing.create("failed", "{\"operation\":\"fail\"}");
    thing.create("crashed", "{\"operation\":\"crash\"}");

    assertThat(thing.end("refused").status()).isEqualTo(ExecutionStatus.REJECTED);
    assertThat(thing.end("refused").statusDetails()).containsEntry("reasonCode", "BATTERY_LOW");
    assertThat(thing.end("failed").statusDetails())
        .containsEntry("reasonCode", "DISK_FULL")
        .containsEntry("disk", "sda");
    assertThat(thing.end("crashed").statusDetails()).containsEntry("reasonCode", "HANDLER_ERROR");
    assertThat(thing.end("crashed").statusDetails().get("reason"))
        .startsWith("AssertionError: line one line two xxx")
        .hasSize(1024);
  }

  @Test
  @DisplayName("Edge case 24: interrupting the handler breaks its own report")
  void interruptsAHandlerAtItsDeadline() throws Exception {
    JobAgentSettings settings =
        JobAgentSettings.defaults()
            .withStepTimeouts(
                Duration.ofHours(1),
                Map.of("block", Duration.ofMillis(100)),
                Duration.ofSeconds(5));
    thing.start(thing.builder().settings(settings).build());

    thing.create("slow", "{\"operation\":\"block\"}");

    assertThat(thing.end("slow").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(thing.end("slow").statusDetails()).containsEntry("reasonCode", "STEP_TIMEOUT");
    assertThat(thing.handlers.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Edge case 21: what is asked for while a handler runs does not wait for its thread. */
  @Test
  @DisplayName("Edge case 21: a cancellation is not seen while the handler runs")
  void interruptsAHandlerWhoseJobWasCancelledAndReportsNothing() throws Exception {
    thing.start();
    thing.create("cancelled", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);

    thing.service.cancelJob("cancelled", true);

    assertThat(thing.handlers.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    thing.create("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}");
    assertThat(thing.end("next").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.statuses("cancelled"))
        .containsExactly(ExecutionStatus.IN_PROGRESS, ExecutionStatus.CANCELED);
  }

  @Test
  void runsAnExecutionThatTheServiceRetries() throws Exception {
    thing.start();
    thing.create("job", "{\"operation\":\"fail\"}");
    assertThat(thing.end("job").executionNumber()).isEqualTo(1);

    thing.service.retryJobExecution(THING, "job");

    assertThat(thing.end("job").executionNumber()).isEqualTo(2);
    assertThat(thing.end("job").status()).isEqualTo(ExecutionStatus.FAILED);
  }
}
