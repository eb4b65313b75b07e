package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.jobs.StartNextPendingJobExecutionRequest;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.Transition;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent against the Jobs service over real MQTT. */
class JobAgentTest {
  private static final String THING = "pump-17";

  @TempDir Path folder;
  private final LocalJobs service = LocalJobs.builder().start();
  private final TestHandlers handlers = new TestHandlers();
  private final List<JobAgent> agents = new ArrayList<>();

  @AfterEach
  void stop() {
    handlers.release.countDown();
    agents.forEach(JobAgent::close);
    service.close();
  }

  @Test
  void runsAJobThatWasQueuedBeforeItStarted() throws Exception {
    create("job", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    start(agent());

    JobExecution end = end("job");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.statusDetails())
        .containsEntry("greeted", "Ada")
        .containsEntry("progress", "50 greeting")
        .containsKey("agentToken");
  }

  @Test
  void runsJobsInOrderWithTwoPublishesEach() throws Exception {
    // With the default patience, since a busy machine may take a while to bring the next job.
    start(builder().settings(JobAgentSettings.defaults()).build());
    // Comes after the list that is asked for at the start, which is not to be counted.
    create("first", "{\"operation\":\"refuse\"}");
    assertThat(end("first").status()).isEqualTo(ExecutionStatus.REJECTED);
    List<String> jobs = IntStream.range(0, 20).mapToObj(i -> "job-" + i).toList();
    long before = service.traffic().ofThing(THING).publishesIn();

    jobs.forEach(job -> create(job, "{\"operation\":\"block\"}"));
    handlers.release.countDown();

    for (String job : jobs) {
      assertThat(end(job).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
    assertThat(handlers.started).containsExactlyElementsOf(jobs);
    assertThat(service.traffic().ofThing(THING).publishesIn() - before).isEqualTo(40);
  }

  @Test
  void rejectsWhatNoHandlerTakes() throws Exception {
    start(agent());

    create("unknown", "{\"operation\":\"make_coffee\"}");
    create("malformed", "{\"operation\":\"greet\",\"name\":7}");

    JobExecution unknown = end("unknown");
    assertThat(unknown.status()).isEqualTo(ExecutionStatus.REJECTED);
    assertThat(unknown.statusDetails())
        .containsEntry("reasonCode", "UNKNOWN_OPERATION")
        .containsEntry(
            "reason",
            "no handler for operation 'make_coffee'; known: block, crash, fail, greet, refuse");
    assertThat(end("malformed").statusDetails())
        .containsEntry("reasonCode", "INVALID_DOCUMENT")
        .containsEntry("reason", "property /name is not a String");
    assertThat(statuses("unknown")).containsExactly(ExecutionStatus.REJECTED);
  }

  @Test
  void leavesUnknownOperationsToOtherAgentsWhereThatIsSet() throws Exception {
    JobAgentSettings settings =
        JobAgentSettings.defaults().withUnknownOperations(UnknownOperations.LEAVE);
    start(builder().settings(settings).build());

    create("theirs", "{\"operation\":\"make_coffee\"}");
    create("ours", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(end("ours").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(service.describeJobExecution(THING, "theirs").status())
        .isEqualTo(ExecutionStatus.QUEUED);
  }

  @Test
  void reportsWhatHandlersThrow() throws Exception {
    start(agent());

    create("refused", "{\"operation\":\"refuse\"}");
    create("failed", "{\"operation\":\"fail\"}");
    create("crashed", "{\"operation\":\"crash\"}");

    assertThat(end("refused").status()).isEqualTo(ExecutionStatus.REJECTED);
    assertThat(end("refused").statusDetails()).containsEntry("reasonCode", "BATTERY_LOW");
    assertThat(end("failed").statusDetails())
        .containsEntry("reasonCode", "DISK_FULL")
        .containsEntry("disk", "sda");
    assertThat(end("crashed").statusDetails()).containsEntry("reasonCode", "HANDLER_ERROR");
    assertThat(end("crashed").statusDetails().get("reason"))
        .startsWith("AssertionError: line one line two xxx")
        .hasSize(1024);
  }

  @Test
  void interruptsAHandlerAtItsDeadline() throws Exception {
    JobAgentSettings settings =
        JobAgentSettings.defaults()
            .withStepTimeouts(
                Duration.ofHours(1),
                Map.of("block", Duration.ofMillis(100)),
                Duration.ofSeconds(5));
    start(builder().settings(settings).build());

    create("slow", "{\"operation\":\"block\"}");

    assertThat(end("slow").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end("slow").statusDetails()).containsEntry("reasonCode", "STEP_TIMEOUT");
    assertThat(handlers.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interruptsAHandlerWhoseJobWasCancelledAndReportsNothing() throws Exception {
    start(agent());
    create("cancelled", "{\"operation\":\"block\"}");
    await(handlers.blocked);

    service.cancelJob("cancelled", true);

    assertThat(handlers.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    create("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}");
    assertThat(end("next").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(statuses("cancelled"))
        .containsExactly(ExecutionStatus.IN_PROGRESS, ExecutionStatus.CANCELED);
  }

  @Test
  void reportsAnOutcomeWhoseAnswerWasLost() throws Exception {
    start(agent());
    create("job", "{\"operation\":\"block\"}");
    await(handlers.blocked);

    service.faults().dropResponses(1);
    handlers.release.countDown();

    assertThat(end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    create("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}");
    assertThat(end("next").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void reportsAfterTheConnectionWasLost() throws Exception {
    start(agent());
    create("job", "{\"operation\":\"block\"}");
    await(handlers.blocked);

    service.faults().disconnectClients();
    handlers.release.countDown();

    assertThat(end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(handlers.started).containsExactly("job");
  }

  @Test
  void reportsAnOutcomeThatTheProcessBeforeCouldNot() throws Exception {
    JobAgent before = start(agent());
    create("job", "{\"operation\":\"block\"}");
    await(handlers.blocked);
    service.faults().rejectRequests("InternalError", Integer.MAX_VALUE);
    handlers.release.countDown();
    before.drain(Duration.ofSeconds(1)).get(30, TimeUnit.SECONDS);
    assertThat(service.describeJobExecution(THING, "job").status())
        .isEqualTo(ExecutionStatus.IN_PROGRESS);

    service.faults().clear();
    start(agent());

    assertThat(end("job").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(handlers.started).containsExactly("job");
  }

  @Test
  void drainLetsTheRunningJobEndAndBeginsNoOther() throws Exception {
    JobAgent agent = start(agent());
    create("running", "{\"operation\":\"block\"}");
    await(handlers.blocked);
    create("waiting", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    var drained = agent.drain(Duration.ofSeconds(30));
    assertThat(agent.state()).isEqualTo(JobAgentState.DRAINING);
    handlers.release.countDown();
    drained.get(10, TimeUnit.SECONDS);

    assertThat(agent.state()).isEqualTo(JobAgentState.STOPPED);
    assertThat(end("running").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(service.describeJobExecution(THING, "waiting").status())
        .isEqualTo(ExecutionStatus.QUEUED);
  }

  @Test
  void closeInterruptsTheRunningJobAndReportsIt() throws Exception {
    JobAgent agent = start(agent());
    create("running", "{\"operation\":\"block\"}");
    await(handlers.blocked);

    agent.close();

    assertThat(end("running").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end("running").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
    assertThat(handlers.interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void stopsWhenThePolicyForbidsASubscription() {
    String filter = "$aws/things/" + THING + "/jobs/notify-next";
    service.faults().denySubscription(filter);
    JobAgent agent = agent();

    assertThatThrownBy(() -> agent.start().get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(SubscriptionRefusedException.class)
        .hasMessageContaining("iot:Subscribe")
        .hasMessageContaining("topicfilter/" + filter);
    assertThat(agent.whenStopped()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void leavesAJobAloneThatAnotherAgentHasBegun() throws Exception {
    create("theirs", "{\"operation\":\"block\"}");
    try (var other = JobsClient.builder(THING, connection("other")).build()) {
      other.start().get(10, TimeUnit.SECONDS);
      other
          .startNextPendingJobExecution(new StartNextPendingJobExecutionRequest())
          .get(10, TimeUnit.SECONDS);
    }
    start(agent());

    create("ours", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(end("ours").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(handlers.started).containsExactly("ours");
  }

  @Test
  void runsAnExecutionThatTheServiceRetries() throws Exception {
    start(agent());
    create("job", "{\"operation\":\"fail\"}");
    assertThat(end("job").executionNumber()).isEqualTo(1);

    service.retryJobExecution(THING, "job");

    assertThat(end("job").executionNumber()).isEqualTo(2);
    assertThat(end("job").status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void startsOnceAndSaysWhatIsMissing() throws Exception {
    JobAgent agent = start(agent());

    assertThat(agent.state()).isEqualTo(JobAgentState.RUNNING);
    assertThatThrownBy(agent::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("RUNNING");
    assertThatThrownBy(() -> JobAgent.builder(THING).build())
        .hasMessageContaining("no handler is known");
    assertThatThrownBy(() -> JobAgent.builder(THING).handlers(handlers).build())
        .hasMessageContaining("no connection is set");
    assertThatThrownBy(
            () -> JobAgent.builder(THING).handlers(handlers).connection(connection(THING)).build())
        .hasMessageContaining("no journal is set");
  }

  private JobAgent agent() {
    return builder().build();
  }

  private JobAgentBuilder builder() {
    return JobAgent.builder(THING)
        .connection(connection(THING))
        .journalDirectory(folder.resolve("journal"))
        .settings(
            JobAgentSettings.defaults()
                .withQueueTimings(
                    Duration.ZERO,
                    Duration.ofMillis(100),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(5)))
        .clientSettings(
            JobsClientSettings.defaults()
                .withRequests(Duration.ofMillis(500), 4)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(100)))
        .handlers(handlers);
  }

  private MqttConnection connection(String clientId) {
    return MqttConnection.plainText("localhost", service.mqttPort(), clientId)
        .withReconnectDelay(Duration.ofMillis(10), Duration.ofMillis(50));
  }

  private JobAgent start(JobAgent agent) throws Exception {
    agents.add(agent);
    agent.start().get(20, TimeUnit.SECONDS);
    return agent;
  }

  private void create(String jobId, String document) {
    service.createJob(jobId, document, THING);
  }

  private JobExecution end(String jobId) throws Exception {
    return service.whenTerminal(THING, jobId).get(20, TimeUnit.SECONDS);
  }

  private List<ExecutionStatus> statuses(String jobId) {
    return service.history(THING, jobId).stream()
        .filter(Transition::accepted)
        .map(Transition::to)
        .filter(status -> status != ExecutionStatus.QUEUED)
        .distinct()
        .toList();
  }

  private static void await(CountDownLatch latch) throws Exception {
    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
