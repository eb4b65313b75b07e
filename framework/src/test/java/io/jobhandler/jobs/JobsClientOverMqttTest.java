package io.jobhandler.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jobhandler.internal.transport.Mqtt5Transport;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a service, over real connections. */
@Timeout(60)
class JobsClientOverMqttTest {
  private static final String THING = "thing-1";

  private final LocalJobs service = LocalJobs.builder().start();
  private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
  private @Nullable JobsClient client;

  /** How to reach the service. */
  private enum Wire {
    PLAIN,
    MUTUAL_TLS
  }

  @AfterEach
  void close() {
    JobsClient open = client;
    if (open != null) {
      open.close();
    }
    service.close();
  }

  private MqttConnection connection(Wire wire) {
    MqttConnection connection =
        wire == Wire.PLAIN
            ? MqttConnection.plainText("localhost", service.mqttPort(), THING)
            : MqttConnection.mutualTls(
                    "localhost",
                    new MqttConnection.Tls(
                        service.deviceCertificate(),
                        service.devicePrivateKey(),
                        service.caCertificate()),
                    THING)
                .withPort(service.mqttsPort());
    return connection.withReconnectDelay(Duration.ofMillis(10), Duration.ofMillis(50));
  }

  private JobsClient newClient(Wire wire, JobsClientSettings settings) {
    JobsClient made =
        JobsClient.builder(THING, new Mqtt5Transport(connection(wire))).settings(settings).build();
    made.onConnectionChanged(states::add);
    client = made;
    return made;
  }

  private JobsClient started(Wire wire) throws Exception {
    JobsClient made = newClient(wire, JobsClientSettings.defaults().withPublishesPerSecond(0));
    get(made.start());
    assertThat(states.poll(10, SECONDS)).isEqualTo(ConnectionState.CONNECTED);
    return made;
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(10, SECONDS);
  }

  private static <T> BlockingQueue<T> heard(Consumer<Consumer<T>> register) {
    BlockingQueue<T> heard = new LinkedBlockingQueue<>();
    register.accept(heard::add);
    return heard;
  }

  private static <T> T next(BlockingQueue<T> heard) throws InterruptedException {
    T element = heard.poll(10, SECONDS);
    if (element == null) {
      throw new AssertionError("nothing was heard within ten seconds");
    }
    return element;
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void jobGoesThroughAllOperations(Wire wire) throws Exception {
    JobsClient jobs = started(wire);
    var changed = heard(jobs::onJobExecutionsChanged);
    var nextChanged = heard(jobs::onNextJobExecutionChanged);
    service.createJob("job1", "{ \"n\":9007199254740993, \"d\":1.0 }", THING);
    assertThat(next(changed).jobs(JobStatus.QUEUED)).hasSize(1);
    JobExecution head = headOf(next(nextChanged).execution());
    assertThat(head.jobDocument())
        .isEqualTo(JobDocument.of("{ \"n\":9007199254740993, \"d\":1.0 }"));
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).hasSize(1);
    JobExecution begun =
        headOf(
            get(jobs.startNextPendingJobExecution(new StartNextPendingJobExecutionRequest()))
                .execution());
    assertThat(begun.status()).isEqualTo(JobStatus.IN_PROGRESS);
    JobExecution described =
        headOf(get(jobs.describeJobExecution(DescribeJobExecutionRequest.of("job1"))).execution());
    assertThat(described).isEqualTo(begun);
    get(
        jobs.updateJobExecution(
            UpdateJobExecutionRequest.builder("job1", JobStatus.SUCCEEDED)
                .expectedVersion(begun.versionNumber())
                .build()));
    assertThat(next(changed).jobs()).isEmpty();
    assertThat(next(nextChanged).execution()).isNull();
    assertThat(service.describeJobExecution(THING, "job1").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private static JobExecution headOf(@Nullable JobExecution execution) {
    if (execution == null) {
      throw new AssertionError("there is no execution");
    }
    return execution;
  }

  @Test
  void refusalsCarryCodeAndState() throws Exception {
    JobsClient jobs = started(Wire.PLAIN);
    service.createJob("job1", "{}", THING);
    JobsException mismatch =
        refusalOf(
            jobs.updateJobExecution(
                UpdateJobExecutionRequest.builder("job1", JobStatus.IN_PROGRESS)
                    .expectedVersion(99L)
                    .build()));
    assertThat(mismatch.code()).contains(RejectedErrorCode.VERSION_MISMATCH);
    assertThat(mismatch.executionState())
        .contains(new JobExecutionState(JobStatus.QUEUED, Map.of(), 1));
    assertThat(refusalOf(jobs.describeJobExecution(DescribeJobExecutionRequest.of("other"))).code())
        .contains(RejectedErrorCode.RESOURCE_NOT_FOUND);
  }

  private static JobsException refusalOf(CompletableFuture<?> request) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> request.get(10, SECONDS));
    return assertInstanceOf(JobsException.class, failure.getCause());
  }

  @Test
  void callbacksHearWhatIsAccepted() throws Exception {
    JobsCallbacks callbacks = started(Wire.PLAIN).callbacks();
    service.createJob("job1", "{}", THING);
    var pending = heard(callbacks::onGetPendingJobExecutionsAccepted);
    var begun = heard(callbacks::onStartNextPendingJobExecutionAccepted);
    BlockingQueue<DescribeJobExecutionResponse> described = new LinkedBlockingQueue<>();
    callbacks.onDescribeJobExecutionAccepted("$next", described::add);
    BlockingQueue<UpdateJobExecutionResponse> updated = new LinkedBlockingQueue<>();
    callbacks.onUpdateJobExecutionAccepted("job1", updated::add);
    get(
        callbacks.publishGetPendingJobExecutions(
            new GetPendingJobExecutionsRequest("a"), MqttQos.AT_LEAST_ONCE));
    assertThat(next(pending).clientToken()).isEqualTo("a");
    get(
        callbacks.publishStartNextPendingJobExecution(
            new StartNextPendingJobExecutionRequest(null, null, "b"), MqttQos.AT_MOST_ONCE));
    assertThat(next(begun).clientToken()).isEqualTo("b");
    get(
        callbacks.publishDescribeJobExecution(
            DescribeJobExecutionRequest.next().withClientToken("c"), MqttQos.AT_LEAST_ONCE));
    assertThat(next(described).clientToken()).isEqualTo("c");
    get(callbacks.publishUpdateJobExecution(update("job1", "d"), MqttQos.AT_LEAST_ONCE));
    assertThat(next(updated).clientToken()).isEqualTo("d");
  }

  private static UpdateJobExecutionRequest update(String jobId, String token) {
    return UpdateJobExecutionRequest.builder(jobId, JobStatus.SUCCEEDED).clientToken(token).build();
  }

  @Test
  void callbacksHearWhatIsRejected() throws Exception {
    JobsCallbacks callbacks = started(Wire.PLAIN).callbacks();
    BlockingQueue<RejectedError> heard = new LinkedBlockingQueue<>();
    callbacks.onGetPendingJobExecutionsRejected(heard::add);
    callbacks.onStartNextPendingJobExecutionRejected(heard::add);
    callbacks.onDescribeJobExecutionRejected("job1", heard::add);
    callbacks.onUpdateJobExecutionRejected("job1", heard::add);
    service.faults().rejectRequests("InternalError", 4);
    callbacks.publishGetPendingJobExecutions(
        new GetPendingJobExecutionsRequest("a"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).clientToken()).isEqualTo("a");
    callbacks.publishStartNextPendingJobExecution(
        new StartNextPendingJobExecutionRequest(null, null, "b"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).clientToken()).isEqualTo("b");
    callbacks.publishDescribeJobExecution(
        DescribeJobExecutionRequest.of("job1").withClientToken("c"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).clientToken()).isEqualTo("c");
    callbacks.publishUpdateJobExecution(update("job1", "d"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).code()).isEqualTo(RejectedErrorCode.INTERNAL_ERROR);
  }

  @Test
  void scriptWorksThroughTheQueue() throws Exception {
    JobsClient jobs = started(Wire.PLAIN);
    var changed = heard(jobs::onJobExecutionsChanged);
    try (BlockingJobs queue = jobs.blocking()) {
      assertThat(queue.changed()).isTrue();
      assertThat(queue.changed()).isFalse();
      assertThat(queue.describe()).isEmpty();
      assertThatThrownBy(() -> queue.update(JobStatus.SUCCEEDED, Map.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("nothing to update: describe() has given no execution");
      service.createJob("job1", "{}", THING);
      next(changed);
      assertThat(queue.list()).extracting(JobExecutionSummary::jobId).containsExactly("job1");
      assertThat(queue.changed()).isTrue();
      assertThat(queue.describe()).map(JobExecution::versionNumber).contains(1L);
      queue.update(JobStatus.IN_PROGRESS, Map.of("step", "one"));
      queue.update(JobStatus.IN_PROGRESS, Map.of("step", "two"));
      queue.update(JobStatus.SUCCEEDED, Map.of());
      assertThatThrownBy(() -> queue.update(JobStatus.FAILED, Map.of()))
          .isInstanceOf(IllegalStateException.class);
      assertThat(service.describeJobExecution(THING, "job1").versionNumber()).isEqualTo(4);
    }
  }

  @Test
  void scriptIsRefusedWhatAnotherHasChanged() throws Exception {
    JobsClient jobs = started(Wire.PLAIN);
    service.createJob("job1", "{}", THING);
    try (BlockingJobs queue = jobs.blocking()) {
      assertThat(queue.describe()).isPresent();
      service.cancelJobExecution(THING, "job1", false);
      assertThatThrownBy(() -> queue.update(JobStatus.SUCCEEDED, Map.of()))
          .isInstanceOfSatisfying(
              JobsException.class,
              e -> assertThat(e.code()).contains(RejectedErrorCode.INVALID_STATE_TRANSITION));
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void clientComesBackAfterADisconnect(Wire wire) throws Exception {
    JobsClient jobs = started(wire);
    var nextChanged = heard(jobs::onNextJobExecutionChanged);
    service.faults().disconnectClients();
    assertThat(next(states)).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(next(states)).isEqualTo(ConnectionState.CONNECTED);
    service.createJob("job1", "{}", THING);
    assertThat(headOf(next(nextChanged).execution()).jobId()).isEqualTo("job1");
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).hasSize(1);
    assertThat(service.traffic().ofClient(THING).subscribes()).isEqualTo(2);
  }

  @Test
  void requestSurvivesADisconnect() throws Exception {
    JobsClient jobs = started(Wire.PLAIN);
    service.faults().disconnectClients();
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
  }

  @Test
  void requestSurvivesLostAndDuplicatedAnswers() throws Exception {
    JobsClient jobs =
        newClient(
            Wire.PLAIN,
            JobsClientSettings.defaults()
                .withRequests(Duration.ofMillis(200), 4)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(20)));
    get(jobs.start());
    service.faults().dropResponses(2);
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
    service.faults().duplicateResponses(1);
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
    service.faults().rejectRequests("RequestThrottled", 2);
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notify", "notify-next", "get/+", "start-next/+", "+/get/+", "+/update/+"})
  void filterThatDropsTheConnectionIsNamed(String level) throws Exception {
    String filter = "$aws/things/thing-1/jobs/" + level;
    service.faults().denySubscription(filter);
    assertThat(refusalAtStart().topicFilters()).containsExactly(filter);
    assertThat(service.traffic().ofClient(THING).connects()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notify-next", "+/update/+"})
  void filterRefusedBySubackIsNamed(String level) throws Exception {
    String filter = "$aws/things/thing-1/jobs/" + level;
    service.faults().refuseSubscription(filter);
    assertThat(refusalAtStart().topicFilters()).containsExactly(filter);
    assertThat(service.traffic().ofClient(THING).connects()).isEqualTo(1);
  }

  private SubscriptionRefusedException refusalAtStart() {
    CompletableFuture<Void> started = newClient(Wire.PLAIN, JobsClientSettings.defaults()).start();
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> started.get(20, SECONDS));
    return assertInstanceOf(SubscriptionRefusedException.class, failure.getCause());
  }

  @Test
  void requestsOfSeveralThreadsAllFindTheirAnswers() throws Exception {
    JobsClient jobs = started(Wire.PLAIN);
    List<CompletableFuture<DescribeJobExecutionResponse>> requests =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i ->
                    jobs.describeJobExecution(
                        DescribeJobExecutionRequest.next().withClientToken("token-" + i)))
            .toList();
    for (int i = 0; i < requests.size(); i++) {
      assertThat(get(requests.get(i)).clientToken()).isEqualTo("token-" + i);
    }
  }

  /** A stall on the acknowledgements of QoS 1 costs 40 ms a request. */
  @Test
  void acknowledgementsStallNothing() throws Exception {
    JobsClient jobs =
        newClient(
            Wire.PLAIN,
            JobsClientSettings.defaults()
                .withPublishesPerSecond(0)
                .withQos(MqttQos.AT_LEAST_ONCE, MqttQos.AT_LEAST_ONCE, MqttQos.AT_LEAST_ONCE));
    get(jobs.start());
    long[] nanos = new long[60];
    for (int i = 0; i < nanos.length; i++) {
      long from = System.nanoTime();
      get(jobs.getPendingJobExecutions());
      nanos[i] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    assertThat(Duration.ofNanos(nanos[30])).isLessThan(Duration.ofMillis(20));
  }
}
