package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.OnInterrupt;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.UpdateJobExecutionRequest;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.spi.JobGate.NotNow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several jobs at once over real MQTT: a job's name begins with its operation. */
@Timeout(120)
class SideBySideTest {
  private final AgentOverMqtt thing;
  private final HeldHandlers held = new HeldHandlers();
  private final List<String> created = new ArrayList<>();

  SideBySideTest(@TempDir Path folder) {
    this.thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    created.forEach(held::release);
    thing.close();
  }

  private JobAgent agent(int room) throws Exception {
    return thing.start(builder(room).build());
  }

  /** An agent whose handlers go on after they were cut off. */
  private JobAgentBuilder builder(int room) {
    JobAgentSettings settings =
        thing
            .settings()
            .withMaxConcurrentExecutions(room)
            .withAttempts(
                AttemptSettings.defaults()
                    .withOnInterrupt(Map.of("a", OnInterrupt.RERUN, "b", OnInterrupt.RERUN)));
    return thing.builder().settings(settings).handlers(held);
  }

  private void create(String... jobs) {
    for (String job : jobs) {
      created.add(job);
      thing.create(job, "{\"operation\":\"%s\"}".formatted(operation(job)));
    }
  }

  private static String operation(String job) {
    return job.replaceAll("[0-9]", "");
  }

  private void awaitSuccess(String... jobs) throws Exception {
    for (String job : jobs) {
      assertThat(thing.end(job).status()).as(job).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  /** The jobs of an operation in the order in which their handlers were called. */
  private List<String> startedOf(String operation) {
    return held.started.stream().filter(job -> operation(job).equals(operation)).toList();
  }

  @Test
  void threeOperationsRunSideBySide() throws Exception {
    agent(3);
    create("a1", "b1", "c1");

    held.awaitStart("a1", "b1", "c1");
    held.release("a1", "b1", "c1");
    awaitSuccess("a1", "b1", "c1");
  }

  @Test
  void anExclusiveJobRunsAloneAndKeepsThoseBehindItBack() throws Exception {
    agent(3);
    create("a1", "b1");
    held.awaitStart("a1", "b1");
    create("alone1", "c1");
    held.release("a1");
    awaitSuccess("a1");
    assertThat(held.started).doesNotContain("alone1", "c1");

    held.release("b1");
    held.awaitStart("alone1");
    held.release("alone1", "c1");
    awaitSuccess("b1", "alone1", "c1");
    assertThat(held.beside("alone1")).isEmpty();
    assertThat(held.beside("c1")).isEmpty();
  }

  @Test
  @DisplayName("Edge case 8: more jobs than a list names run in the order of each operation")
  void theOrderIsKeptForEachOperation() throws Exception {
    List<String> ofA = new ArrayList<>();
    List<String> ofB = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      ofA.add("a" + i);
      create("a" + i);
      if (i % 2 == 0) {
        ofB.add("b" + i);
        create("b" + i);
      }
    }
    created.forEach(held::release);
    agent(2);

    awaitSuccess(created.toArray(String[]::new));
    assertThat(startedOf("a")).isEqualTo(ofA);
    assertThat(startedOf("b")).isEqualTo(ofB);
  }

  @Test
  @DisplayName("Edge case 1: another agent's job at the head hides no other")
  void anotherAgentsJobAtTheHeadHidesNoOther() throws Exception {
    create("a1");
    begin("a1");
    agent(1);
    create("b1", "b2", "c1");
    held.release("b1", "b2", "c1");

    awaitSuccess("b1", "b2", "c1");
    assertThat(held.started).containsExactly("b1", "b2", "c1");
    assertThat(thing.statuses("a1")).containsExactly(ExecutionStatus.IN_PROGRESS);
  }

  @Test
  void aJobThatAnotherAgentBeginsMeanwhileHidesNoOther() throws Exception {
    agent(1);
    create("a1");
    held.awaitStart("a1");
    create("b1", "c1");
    begin("b1");
    held.release("a1", "c1");

    awaitSuccess("a1", "c1");
    assertThat(held.started).containsExactly("a1", "c1");
  }

  /** Another agent of the thing begins a job. */
  private void begin(String job) throws Exception {
    try (JobsClient other = JobsClient.builder(THING, thing.connection("other")).build()) {
      other.start().get(20, TimeUnit.SECONDS);
      other
          .updateJobExecution(UpdateJobExecutionRequest.builder(job, JobStatus.IN_PROGRESS).build())
          .get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  @DisplayName("Edge case 7: two executions that are IN_PROGRESS at the start both go on")
  void twoThatWereCutOffGoOnSideBySide() throws Exception {
    cutOffTwo();
    agent(2);

    held.release("a1", "b1");
    awaitSuccess("a1", "b1");
    assertThat(held.started).hasSize(4).startsWith("a1", "b1");
    assertThat(held.started.subList(2, 4)).containsExactlyInAnyOrder("a1", "b1");
  }

  @Test
  @DisplayName("Edge case 7: two that are IN_PROGRESS at the start, and room for one")
  void twoThatWereCutOffGoOnOneByOneWhereThereIsRoomForOne() throws Exception {
    cutOffTwo();
    create("c1");
    agent(1);

    held.release("a1", "b1", "c1");
    awaitSuccess("a1", "b1", "c1");
    assertThat(held.beside("a1")).isEmpty();
    assertThat(held.beside("b1")).isEmpty();
    assertThat(held.started).hasSize(5).endsWith("c1");
  }

  @Test
  @DisplayName("Edge case 7: one that is IN_PROGRESS at the start is ours, the other is not")
  void ofTwoThatAreInProgressOnlyOursGoesOn() throws Exception {
    create("c1");
    begin("c1");
    cutOffTwo();
    agent(2);

    held.release("a1", "b1", "c1");
    awaitSuccess("a1", "b1");
    assertThat(held.started).doesNotContain("c1");
    assertThat(thing.statuses("c1")).containsExactly(ExecutionStatus.IN_PROGRESS);
  }

  /** Leaves two executions IN_PROGRESS that an agent with room for two had begun, a1 first. */
  private void cutOffTwo() throws Exception {
    JobAgent before = agent(2);
    create("a1");
    held.awaitStart("a1");
    create("b1");
    held.awaitStart("b1");
    before.close();
    assertThat(held.interrupted).containsExactlyInAnyOrder("a1", "b1");
    assertThat(thing.statuses("a1")).containsExactly(ExecutionStatus.IN_PROGRESS);
    assertThat(thing.statuses("b1")).containsExactly(ExecutionStatus.IN_PROGRESS);
  }

  @Test
  void aJobWaitsQueuedForItsGateWhileOthersRun() throws Exception {
    AtomicBoolean open = new AtomicBoolean();
    NotNow notNow = new NotNow(Duration.ofMillis(100), "no maintenance window");
    JobAgentBuilder builder =
        builder(1)
            .gate(
                job ->
                    open.get() || !job.operation().equals("a")
                        ? Optional.empty()
                        : Optional.of(notNow));
    thing.start(builder.build());
    create("a1", "b1");
    held.release("a1", "b1");
    awaitSuccess("b1");
    assertThat(thing.statuses("a1")).isEmpty();

    open.set(true);
    awaitSuccess("a1");
    assertThat(held.started).containsExactly("b1", "a1");
  }
}
