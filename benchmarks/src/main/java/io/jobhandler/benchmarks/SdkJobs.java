package io.jobhandler.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.crt.iot.MqttRequestResponseClientOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.iot.iotjobs.IotJobsV2Client;
import software.amazon.awssdk.iot.iotjobs.model.DescribeJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.JobExecutionData;
import software.amazon.awssdk.iot.iotjobs.model.JobStatus;
import software.amazon.awssdk.iot.iotjobs.model.StartNextPendingJobExecutionRequest;
import software.amazon.awssdk.iot.iotjobs.model.UpdateJobExecutionRequest;

/** The SDK's client for Jobs, with the options of its samples; each call waits for the answer. */
final class SdkJobs implements AutoCloseable {
  private static final int OPERATION_TIMEOUT_SECONDS = 30;

  private final String thing;
  private final Mqtt5Client connection;
  private final IotJobsV2Client client;

  SdkJobs(String thing, Mqtt5Client connection) {
    this.thing = thing;
    this.connection = connection;
    this.client =
        IotJobsV2Client.newFromMqtt5(
            connection,
            MqttRequestResponseClientOptions.builder()
                .withMaxRequestResponseSubscriptions(5)
                .withMaxStreamingSubscriptions(2)
                .withOperationTimeoutSeconds(OPERATION_TIMEOUT_SECONDS)
                .build());
  }

  JobExecutionData startNext() throws InterruptedException, ExecutionException, TimeoutException {
    StartNextPendingJobExecutionRequest request = new StartNextPendingJobExecutionRequest();
    request.thingName = thing;
    return await(client.startNextPendingJobExecution(request)).execution;
  }

  void update(String jobId, JobStatus status)
      throws InterruptedException, ExecutionException, TimeoutException {
    UpdateJobExecutionRequest request = new UpdateJobExecutionRequest();
    request.thingName = thing;
    request.jobId = jobId;
    request.status = status;
    await(client.updateJobExecution(request));
  }

  void describe(String jobId) throws InterruptedException, ExecutionException, TimeoutException {
    DescribeJobExecutionRequest request = new DescribeJobExecutionRequest();
    request.thingName = thing;
    request.jobId = jobId;
    await(client.describeJobExecution(request));
  }

  private static <T> T await(CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(OPERATION_TIMEOUT_SECONDS * 2L, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    client.close();
    Connections.close(connection);
  }
}
