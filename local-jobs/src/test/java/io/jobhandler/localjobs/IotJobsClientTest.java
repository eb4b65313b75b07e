package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.QualityOfService;
import software.amazon.awssdk.iot.iotjobs.IotJobsClient;
import software.amazon.awssdk.iot.iotjobs.model.DescribeJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.DescribeJobExecutionResponse;
import software.amazon.awssdk.iot.iotjobs.model.DescribeJobExecutionSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.GetPendingJobExecutionsRequest;
import software.amazon.awssdk.iot.iotjobs.model.GetPendingJobExecutionsResponse;
import software.amazon.awssdk.iot.iotjobs.model.GetPendingJobExecutionsSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.JobExecutionsChangedEvent;
import software.amazon.awssdk.iot.iotjobs.model.JobExecutionsChangedSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.JobStatus;
import software.amazon.awssdk.iot.iotjobs.model.NextJobExecutionChangedEvent;
import software.amazon.awssdk.iot.iotjobs.model.NextJobExecutionChangedSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.RejectedError;
import software.amazon.awssdk.iot.iotjobs.model.RejectedErrorCode;
import software.amazon.awssdk.iot.iotjobs.model.StartNextJobExecutionResponse;
import software.amazon.awssdk.iot.iotjobs.model.StartNextPendingJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.StartNextPendingJobExecutionSubscriptionRequest;
import software.amazon.awssdk.iot.iotjobs.model.UpdateJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.UpdateJobExecutionResponse;
import software.amazon.awssdk.iot.iotjobs.model.UpdateJobExecutionSubscriptionRequest;

/** The SDK's older client, unchanged, against the service. */
class IotJobsClientTest {
  private static final String THING = "thing-1";
  private static final QualityOfService QOS1 = QualityOfService.AT_LEAST_ONCE;

  private final LocalJobs jobs = LocalJobs.builder().start();
  private final BlockingQueue<GetPendingJobExecutionsResponse> pending =
      new LinkedBlockingQueue<>();
  private final BlockingQueue<StartNextJobExecutionResponse> started = new LinkedBlockingQueue<>();
  private final BlockingQueue<DescribeJobExecutionResponse> described = new LinkedBlockingQueue<>();
  private final BlockingQueue<UpdateJobExecutionResponse> updated = new LinkedBlockingQueue<>();
  private final BlockingQueue<RejectedError> rejected = new LinkedBlockingQueue<>();
  private final BlockingQueue<JobExecutionsChangedEvent> changes = new LinkedBlockingQueue<>();
  private final BlockingQueue<NextJobExecutionChangedEvent> nexts = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    jobs.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void servesEveryOperationAndBothStreams(boolean tls) throws Exception {
    try (MqttClientConnection connection =
        tls
            ? Mqtt311Connections.secure(jobs, "device")
            : Mqtt311Connections.plain(jobs, "device")) {
      IotJobsClient client = new IotJobsClient(connection);
      subscribe(client);
      jobs.createJob("job-1", "{\"operation\":\"reboot\"}", THING);
      assertThat(take(changes).jobs.get(JobStatus.QUEUED)).hasSize(1);
      assertThat(take(nexts).execution.jobId).isEqualTo("job-1");
      askEverything(client);
      get(connection.disconnect());
    }
  }

  private void askEverything(IotJobsClient client) throws Exception {
    GetPendingJobExecutionsRequest list = new GetPendingJobExecutionsRequest();
    list.thingName = THING;
    get(client.PublishGetPendingJobExecutions(list, QOS1));
    assertThat(take(pending).queuedJobs).hasSize(1);

    StartNextPendingJobExecutionRequest start = new StartNextPendingJobExecutionRequest();
    start.thingName = THING;
    get(client.PublishStartNextPendingJobExecution(start, QOS1));
    assertThat(take(started).execution.status).isEqualTo(JobStatus.IN_PROGRESS);

    DescribeJobExecutionRequest describe = new DescribeJobExecutionRequest();
    describe.thingName = THING;
    describe.jobId = "job-1";
    describe.includeJobDocument = true;
    get(client.PublishDescribeJobExecution(describe, QOS1));
    assertThat(take(described).execution.jobDocument).containsEntry("operation", "reboot");

    UpdateJobExecutionRequest update = new UpdateJobExecutionRequest();
    update.thingName = THING;
    update.jobId = "job-1";
    update.status = JobStatus.SUCCEEDED;
    update.clientToken = "token";
    get(client.PublishUpdateJobExecution(update, QOS1));
    assertThat(take(updated).clientToken).isEqualTo("token");
    assertThat(take(changes).jobs).isEmpty();
    assertThat(take(nexts).execution).isNull();

    get(client.PublishUpdateJobExecution(update, QOS1));
    RejectedError error = take(rejected);
    assertThat(error.code).isEqualTo(RejectedErrorCode.INVALID_STATE_TRANSITION);
    assertThat(error.clientToken).isEqualTo("token");
    assertThat(error.executionState.status).isEqualTo(JobStatus.SUCCEEDED);
  }

  private void subscribe(IotJobsClient client) throws Exception {
    var list = new GetPendingJobExecutionsSubscriptionRequest();
    list.thingName = THING;
    get(client.SubscribeToGetPendingJobExecutionsAccepted(list, QOS1, pending::add));
    get(client.SubscribeToGetPendingJobExecutionsRejected(list, QOS1, rejected::add));
    var start = new StartNextPendingJobExecutionSubscriptionRequest();
    start.thingName = THING;
    get(client.SubscribeToStartNextPendingJobExecutionAccepted(start, QOS1, started::add));
    get(client.SubscribeToStartNextPendingJobExecutionRejected(start, QOS1, rejected::add));
    var describe = new DescribeJobExecutionSubscriptionRequest();
    describe.thingName = THING;
    describe.jobId = "job-1";
    get(client.SubscribeToDescribeJobExecutionAccepted(describe, QOS1, described::add));
    get(client.SubscribeToDescribeJobExecutionRejected(describe, QOS1, rejected::add));
    var update = new UpdateJobExecutionSubscriptionRequest();
    update.thingName = THING;
    update.jobId = "job-1";
    get(client.SubscribeToUpdateJobExecutionAccepted(update, QOS1, updated::add));
    get(client.SubscribeToUpdateJobExecutionRejected(update, QOS1, rejected::add));
    subscribeToStreams(client);
  }

  private void subscribeToStreams(IotJobsClient client) throws Exception {
    var change = new JobExecutionsChangedSubscriptionRequest();
    change.thingName = THING;
    get(client.SubscribeToJobExecutionsChangedEvents(change, QOS1, changes::add));
    var next = new NextJobExecutionChangedSubscriptionRequest();
    next.thingName = THING;
    get(client.SubscribeToNextJobExecutionChangedEvents(next, QOS1, nexts::add));
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
