package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.ServiceClock;
import io.jobhandler.localjobs.Transition;
import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The Jobs service, and agents of one thing that talk to it over real MQTT. */
final class AgentOverMqtt implements AutoCloseable {
  static final String THING = "pump-17";

  final LocalJobs service;
  final TestHandlers handlers = new TestHandlers();
  private final List<JobAgent> agents = new ArrayList<>();
  private final Path folder;

  AgentOverMqtt(Path folder) {
    this(folder, ServiceClock.system());
  }

  AgentOverMqtt(Path folder, ServiceClock clock) {
    this.folder = folder;
    this.service = LocalJobs.builder().clock(clock).start();
  }

  JobAgent agent() {
    return builder().build();
  }

  /** An agent with little patience and a journal on disk. */
  JobAgentBuilder builder() {
    return JobAgent.builder(THING)
        .connection(connection(THING))
        .journalDirectory(folder.resolve("journal"))
        .settings(settings())
        .clientSettings(
            JobsClientSettings.defaults()
                .withRequests(Duration.ofMillis(500), 4)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(100)))
        .handlers(handlers);
  }

  /** Settings with little patience. */
  JobAgentSettings settings() {
    return JobAgentSettings.defaults()
        .withQueueTimings(
            Duration.ZERO, Duration.ofMillis(100), Duration.ofMinutes(15), Duration.ofMinutes(5));
  }

  MqttConnection connection(String clientId) {
    return MqttConnection.plainText("localhost", service.mqttPort(), clientId)
        .withReconnectDelay(Duration.ofMillis(10), Duration.ofMillis(50));
  }

  JobAgent start() throws Exception {
    return start(agent());
  }

  JobAgent start(JobAgent agent) throws Exception {
    agents.add(agent);
    agent.start().get(20, TimeUnit.SECONDS);
    return agent;
  }

  void create(String jobId, String document) {
    service.createJob(jobId, document, THING);
  }

  /** The execution, when it has ended. */
  JobExecution end(String jobId) throws Exception {
    return service.whenTerminal(THING, jobId).get(20, TimeUnit.SECONDS);
  }

  /** The statuses that an execution went through after QUEUED. */
  List<ExecutionStatus> statuses(String jobId) {
    return service.history(THING, jobId).stream()
        .filter(Transition::accepted)
        .map(Transition::to)
        .filter(status -> status != ExecutionStatus.QUEUED)
        .distinct()
        .toList();
  }

  /** The transitions that the service took, in order; reports of progress are none. */
  List<ExecutionStatus> accepted(String jobId) {
    return service.history(THING, jobId).stream()
        .filter(Transition::accepted)
        .filter(transition -> transition.from() != transition.to() || transition.to().isTerminal())
        .map(Transition::to)
        .toList();
  }

  /** How often the service has refused a status of an execution. */
  long refusals(String jobId, ExecutionStatus status) {
    return service.history(THING, jobId).stream()
        .filter(transition -> !transition.accepted() && transition.to() == status)
        .count();
  }

  static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() {
    handlers.release.countDown();
    agents.forEach(JobAgent::close);
    service.close();
  }
}
