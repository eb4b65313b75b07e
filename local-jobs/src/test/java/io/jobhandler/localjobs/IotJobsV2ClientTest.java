package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.crt.iot.MqttRequestResponseClientOptions;
import software.amazon.awssdk.crt.iot.StreamingOperation;
import software.amazon.awssdk.crt.iot.SubscriptionStatusEvent;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.iot.V2ClientStreamOptions;
import software.amazon.awssdk.iot.iotjobs.IotJobsV2Client;
import software.amazon.awssdk.iot.iotjobs.model.DescribeJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.DescribeJobExecutionResponse;
import software.amazon.awssdk.iot.iotjobs.model.GetPendingJobExecutionsRequest;
import software.amazon.awssdk.iot.iotjobs.model.GetPendingJobExecutionsResponse;
import software.amazon.awssdk.iot.iotjobs.model.JobExecutionsChangedEvent;
import software.amazon.awssdk.iot.iotjobs.model.JobExecutionsChangedSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.JobStatus;
import software.amazon.awssdk.iot.iotjobs.model.NextJobExecutionChangedEvent;
import software.amazon.awssdk.iot.iotjobs.model.NextJobExecutionChangedSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.RejectedErrorCode;
import software.amazon.awssdk.iot.iotjobs.model.StartNextJobExecutionResponse;
import software.amazon.awssdk.iot.iotjobs.model.StartNextPendingJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.UpdateJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.UpdateJobExecutionResponse;
import software.amazon.awssdk.iot.iotjobs.model.V2ErrorResponseException;

/** The SDK's own client, unchanged, against the service: every operation and both streams. */
class IotJobsV2ClientTest {
  private static final String THING = "thing-1";

  private final LocalJobs jobs = LocalJobs.builder().start();
  private final BlockingQueue<JobExecutionsChangedEvent> changes = new LinkedBlockingQueue<>();
  private final BlockingQueue<NextJobExecutionChangedEvent> nexts = new LinkedBlockingQueue<>();

  enum Wire {
    MQTT5,
    MQTT5_TLS,
    MQTT311,
    MQTT311_TLS
  }

  @AfterEach
  void stop() {
    jobs.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void servesEveryOperationAndBothStreams(Wire wire) throws Exception {
    withClient(wire, this::liveAsAnIotDevice);
  }

  private interface Body {
    void run(IotJobsV2Client client) throws Exception;
  }

  private void withClient(Wire wire, Body body) throws Exception {
    var options =
        MqttRequestResponseClientOptions.builder()
            .withMaxRequestResponseSubscriptions(8)
            .withMaxStreamingSubscriptions(4)
            .withOperationTimeoutSeconds(10)
            .build();
    if (wire == Wire.MQTT5 || wire == Wire.MQTT5_TLS) {
      try (Mqtt5Device device =
              wire == Wire.MQTT5
                  ? Mqtt5Device.plain(jobs, "device")
                  : Mqtt5Device.secure(jobs, "device");
          IotJobsV2Client client = IotJobsV2Client.newFromMqtt5(device.client, options)) {
        body.run(client);
      }
    } else {
      try (MqttClientConnection connection =
          wire == Wire.MQTT311
              ? Mqtt311Connections.plain(jobs, "device")
              : Mqtt311Connections.secure(jobs, "device")) {
        try (IotJobsV2Client client = IotJobsV2Client.newFromMqtt311(connection, options)) {
          body.run(client);
        }
        connection.disconnect().get(10, SECONDS);
      }
    }
  }

  private void liveAsAnIotDevice(IotJobsV2Client client) throws Exception {
    try (StreamingOperation list = openListStream(client);
        StreamingOperation next = openNextStream(client)) {
      assertThat(list).isNotNull();
      assertThat(next).isNotNull();
      findsNothing(client);
      jobs.createJob("job-1", "{\"operation\":\"reboot\"}", THING);
      assertThat(take(changes).jobs.get(JobStatus.QUEUED)).hasSize(1);
      assertThat(take(nexts).execution.jobDocument).containsEntry("operation", "reboot");
      findsTheJob(client);
      startsAndUpdates(client);
      assertThat(take(changes).jobs).isEmpty();
      assertThat(take(nexts).execution).isNull();
      isRefused(client);
    }
  }

  private void findsNothing(IotJobsV2Client client) throws Exception {
    GetPendingJobExecutionsResponse pending = getPending(client);
    assertThat(pending.inProgressJobs).isEmpty();
    assertThat(pending.queuedJobs).isEmpty();
    assertThat(describe(client, "$next").execution).isNull();
    assertThat(startNext(client).execution).isNull();
  }

  private void findsTheJob(IotJobsV2Client client) throws Exception {
    assertThat(getPending(client).queuedJobs)
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.jobId).isEqualTo("job-1");
              assertThat(summary.versionNumber).isEqualTo(1);
              assertThat(summary.executionNumber).isEqualTo(1L);
            });
    assertThat(describe(client, "job-1").execution.status).isEqualTo(JobStatus.QUEUED);
    assertThat(describe(client, "$next").execution.jobId).isEqualTo("job-1");
  }

  private void startsAndUpdates(IotJobsV2Client client) throws Exception {
    StartNextJobExecutionResponse started = startNext(client);
    assertThat(started.execution.status).isEqualTo(JobStatus.IN_PROGRESS);
    assertThat(started.execution.versionNumber).isEqualTo(2);
    assertThat(started.execution.startedAt).isNotNull();

    UpdateJobExecutionRequest progress = update(JobStatus.IN_PROGRESS);
    progress.expectedVersion = 2;
    progress.statusDetails = new HashMap<>(Map.of("progress", "50"));
    progress.includeJobExecutionState = true;
    progress.includeJobDocument = true;
    UpdateJobExecutionResponse updated = get(client.updateJobExecution(progress));
    assertThat(updated.executionState.versionNumber).isEqualTo(3);
    assertThat(updated.executionState.statusDetails)
        .containsExactlyEntriesOf(Map.of("progress", "50"));
    assertThat(updated.jobDocument).containsEntry("operation", "reboot");

    assertThat(get(client.updateJobExecution(update(JobStatus.SUCCEEDED))).executionState).isNull();
  }

  private void isRefused(IotJobsV2Client client) {
    assertRejected(
        client.updateJobExecution(update(JobStatus.FAILED)),
        RejectedErrorCode.INVALID_STATE_TRANSITION);
    DescribeJobExecutionRequest request = new DescribeJobExecutionRequest();
    request.thingName = THING;
    request.jobId = "job-1";
    assertRejected(client.describeJobExecution(request), RejectedErrorCode.TERMINAL_STATE_REACHED);
  }

  private static void assertRejected(CompletableFuture<?> response, RejectedErrorCode code) {
    assertThatThrownBy(() -> get(response))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            V2ErrorResponseException.class,
            e -> assertThat(e.getModeledError().code).isEqualTo(code));
  }

  private StreamingOperation openListStream(IotJobsV2Client client) throws Exception {
    JobExecutionsChangedSubscriptionRequest request = new JobExecutionsChangedSubscriptionRequest();
    request.thingName = THING;
    return opened(changes, options -> client.createJobExecutionsChangedStream(request, options));
  }

  private StreamingOperation openNextStream(IotJobsV2Client client) throws Exception {
    NextJobExecutionChangedSubscriptionRequest request =
        new NextJobExecutionChangedSubscriptionRequest();
    request.thingName = THING;
    return opened(nexts, options -> client.createNextJobExecutionChangedStream(request, options));
  }

  private static <T> StreamingOperation opened(
      BlockingQueue<T> sink, Function<V2ClientStreamOptions<T>, StreamingOperation> create)
      throws Exception {
    CompletableFuture<SubscriptionStatusEvent> subscribed = new CompletableFuture<>();
    Consumer<T> add = sink::add;
    StreamingOperation stream =
        create.apply(
            V2ClientStreamOptions.<T>builder()
                .withStreamEventHandler(add)
                .withSubscriptionEventHandler(subscribed::complete)
                .build());
    stream.open();
    get(subscribed);
    return stream;
  }

  private static GetPendingJobExecutionsResponse getPending(IotJobsV2Client client)
      throws Exception {
    GetPendingJobExecutionsRequest request = new GetPendingJobExecutionsRequest();
    request.thingName = THING;
    return get(client.getPendingJobExecutions(request));
  }

  private static StartNextJobExecutionResponse startNext(IotJobsV2Client client) throws Exception {
    StartNextPendingJobExecutionRequest request = new StartNextPendingJobExecutionRequest();
    request.thingName = THING;
    request.stepTimeoutInMinutes = 5L;
    return get(client.startNextPendingJobExecution(request));
  }

  private static DescribeJobExecutionResponse describe(IotJobsV2Client client, String jobId)
      throws Exception {
    DescribeJobExecutionRequest request = new DescribeJobExecutionRequest();
    request.thingName = THING;
    request.jobId = jobId;
    request.includeJobDocument = true;
    return get(client.describeJobExecution(request));
  }

  private static UpdateJobExecutionRequest update(JobStatus status) {
    UpdateJobExecutionRequest request = new UpdateJobExecutionRequest();
    request.thingName = THING;
    request.jobId = "job-1";
    request.status = status;
    return request;
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(15, SECONDS);
  }

  private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
    T event = queue.poll(10, SECONDS);
    assertThat(event).isNotNull();
    return event;
  }
}
