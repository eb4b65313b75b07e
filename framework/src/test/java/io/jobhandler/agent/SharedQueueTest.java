package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.jobs.StartNextPendingJobExecutionRequest;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.FaultRates;
import io.jobhandler.localjobs.FaultRates.Delivery;
import io.jobhandler.localjobs.JobExecution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent makes of jobs that are not for it. */
class SharedQueueTest {
  private final AgentOverMqtt thing;

  SharedQueueTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  @Test
  @DisplayName("Edge case 9: REJECTED from IN_PROGRESS is not possible everywhere")
  void rejectsWhatNoHandlerTakes() throws Exception {
    thing.start();

    thing.create("unknown", "{\"operation\":\"make_coffee\"}");
    thing.create("malformed", "{\"operation\":\"greet\",\"name\":7}");

    JobExecution unknown = thing.end("unknown");
    assertThat(unknown.status()).isEqualTo(ExecutionStatus.REJECTED);
    assertThat(unknown.statusDetails())
        .containsEntry("reasonCode", "UNKNOWN_OPERATION")
        .containsEntry(
            "reason",
            "no handler for operation 'make_coffee'; known: block, crash, fail, greet, refuse");
    assertThat(thing.end("malformed").statusDetails())
        .containsEntry("reasonCode", "INVALID_DOCUMENT")
        .containsEntry("reason", "property /name is not a String");
    assertThat(thing.statuses("unknown")).containsExactly(ExecutionStatus.REJECTED);
  }

  @Test
  void leavesUnknownOperationsToOtherAgentsWhereThatIsSet() throws Exception {
    JobAgentSettings settings =
        JobAgentSettings.defaults().withUnknownOperations(UnknownOperations.LEAVE);
    thing.start(thing.builder().settings(settings).build());

    thing.create("theirs", "{\"operation\":\"make_coffee\"}");
    thing.create("ours", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(thing.end("ours").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.service.describeJobExecution(THING, "theirs").status())
        .isEqualTo(ExecutionStatus.QUEUED);
  }

  /** Begins what is at the head, if it has not begun. */
  private static long versionThatBegins(JobsClient agent) throws Exception {
    var begun =
        agent
            .startNextPendingJobExecution(new StartNextPendingJobExecutionRequest())
            .get(10, TimeUnit.SECONDS)
            .execution();
    return Objects.requireNonNull(begun).versionNumber();
  }

  @Test
  @DisplayName("Edge case 2: start-next publishes no event, and gives the same execution again")
  void leavesAJobAloneThatAnotherAgentHasBegun() throws Exception {
    thing.create("theirs", "{\"operation\":\"block\"}");
    try (var other = JobsClient.builder(THING, thing.connection("other")).build()) {
      other.start().get(10, TimeUnit.SECONDS);
      long version = versionThatBegins(other);
      assertThat(versionThatBegins(other)).isEqualTo(version);
    }
    thing.start();

    thing.create("ours", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(thing.end("ours").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("ours");
  }

  @Test
  void twoAgentsOfOneThingShareItsJobsAndNoneRunsTwice(@TempDir Path other) throws Exception {
    thing.start(impatient(thing.builder()));
    thing.start(
        impatient(
            thing
                .builder()
                .connection(thing.connection("other"))
                .journalDirectory(other.resolve("other"))));
    Delivery sometimes = new Delivery(0.02, 0.05, 0.05);
    thing.service.faults().random(20_260_403, new FaultRates(0.02, sometimes, sometimes));
    List<String> jobs = IntStream.range(0, 100).mapToObj(i -> "job-" + i).toList();

    jobs.forEach(job -> thing.create(job, "{\"operation\":\"greet\",\"name\":\"Ada\"}"));

    Set<String> agents = new HashSet<>();
    for (String job : jobs) {
      JobExecution end = thing.service.whenTerminal(THING, job).get(60, TimeUnit.SECONDS);
      agents.add(end.statusDetails().get("agentToken"));
      assertThat(thing.handlers.started).containsOnlyOnce(job);
      assertThat(thing.accepted(job))
          .filteredOn(ExecutionStatus::isTerminal)
          .containsExactly(ExecutionStatus.SUCCEEDED);
    }
    assertThat(agents).as("agents that ran a job").hasSize(2);
  }

  /** Asks soon for what a message that went astray would have told. */
  private static JobAgent impatient(JobAgentBuilder builder) {
    return builder
        .settings(
            JobAgentSettings.defaults()
                .withQueueTimings(
                    Duration.ZERO,
                    Duration.ofMillis(20),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1)))
        .clientSettings(
            JobsClientSettings.defaults()
                .withPublishesPerSecond(0)
                .withRequests(Duration.ofMillis(200), 4)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(50)))
        .build();
  }
}
