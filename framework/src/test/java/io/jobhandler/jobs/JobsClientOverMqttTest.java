package io.jobhandler.jobs;

import static io.jobhandler.jobs.ClientOverMqtt.THING;
import static io.jobhandler.jobs.ClientOverMqtt.get;
import static io.jobhandler.jobs.ClientOverMqtt.headOf;
import static io.jobhandler.jobs.ClientOverMqtt.heard;
import static io.jobhandler.jobs.ClientOverMqtt.next;
import static io.jobhandler.jobs.ClientOverMqtt.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.ClientOverMqtt.Wire;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.spi.MqttQos;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against a service, over real connections. */
@Timeout(60)
class JobsClientOverMqttTest {
  private final ClientOverMqtt mqtt = new ClientOverMqtt();

  @AfterEach
  void close() {
    mqtt.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void jobGoesThroughAllOperations(Wire wire) throws Exception {
    JobsClient jobs = mqtt.started(wire);
    var changed = heard(jobs::onJobExecutionsChanged);
    var nextChanged = heard(jobs::onNextJobExecutionChanged);
    mqtt.service.createJob("job1", "{ \"n\":9007199254740993, \"d\":1.0 }", THING);
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
    assertThat(mqtt.service.describeJobExecution(THING, "job1").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void refusalsCarryCodeAndState() throws Exception {
    JobsClient jobs = mqtt.started(Wire.PLAIN);
    mqtt.service.createJob("job1", "{}", THING);
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

  @Test
  void requestsOfSeveralThreadsAllFindTheirAnswers() throws Exception {
    JobsClient jobs = mqtt.started(Wire.PLAIN);
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
        mqtt.newClient(
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
