package io.jobhandler.benchmarks;

import io.jobhandler.internal.transport.Mqtt5Transport;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.jobs.UpdateJobExecutionRequest;
import io.jobhandler.spi.MqttConnection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sequential requests in a process of their own. It says how long they took. */
final class RequestProcess {
  private static final int WARM_UP = 500;
  private static final int ROUNDS = 20;
  private static final int TIMEOUT_SECONDS = 30;

  private interface Call {
    void run() throws Exception;
  }

  private RequestProcess() {}

  /**
   * Sends requests.
   *
   * @param args jobhandler or sdk, the service's port, the port of the line to it, and the thing,
   *     which has one job queued
   */
  public static void main(String[] args) throws Exception {
    String thing = args[3];
    try (Requests requests = connect(args[0], Integer.parseInt(args[1]), thing)) {
      // What an unwarmed process takes for a request is not the network's.
      medianMillis(WARM_UP, () -> alternate(requests));
    }
    try (Requests requests = connect(args[0], Integer.parseInt(args[2]), thing)) {
      alternate(requests);
      double pair = medianMillis(ROUNDS, () -> alternate(requests));
      double same = medianMillis(ROUNDS, requests::describe);
      JsonLines.print(Map.of("alternatingMillis", pair / 2, "repeatedMillis", same));
    }
  }

  private static Requests connect(String variant, int port, String thing) throws Exception {
    return variant.equals("sdk") ? sdk(port, thing) : ours(port, thing);
  }

  private static void alternate(Requests requests) throws Exception {
    requests.describe();
    requests.update();
  }

  private static double medianMillis(int rounds, Call call) throws Exception {
    long[] nanos = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - start;
    }
    return new Distribution(nanos).medianMillis();
  }

  private static Requests sdk(int port, String thing) throws Exception {
    String jobId = ServiceProcess.jobId(thing, 0);
    SdkJobs jobs = new SdkJobs(thing, Connections.fast(port, thing, (client, message) -> {}));
    return new Requests() {
      @Override
      public void describe() throws Exception {
        jobs.describe(jobId);
      }

      @Override
      public void update() throws Exception {
        jobs.update(jobId, software.amazon.awssdk.iot.iotjobs.model.JobStatus.IN_PROGRESS);
      }

      @Override
      public void close() {
        jobs.close();
      }
    };
  }

  private static Requests ours(int port, String thing) throws Exception {
    String jobId = ServiceProcess.jobId(thing, 0);
    JobsClient jobs =
        JobsClient.builder(
                thing,
                new Mqtt5Transport(MqttConnection.plainText(Connections.LOOPBACK, port, thing)))
            .settings(JobsClientSettings.defaults().withPublishesPerSecond(0))
            .build();
    await(jobs.start());
    return new Requests() {
      @Override
      public void describe() throws Exception {
        await(jobs.describeJobExecution(DescribeJobExecutionRequest.of(jobId)));
      }

      @Override
      public void update() throws Exception {
        await(
            jobs.updateJobExecution(
                UpdateJobExecutionRequest.builder(jobId, JobStatus.IN_PROGRESS).build()));
      }

      @Override
      public void close() {
        jobs.close();
      }
    };
  }

  private static void await(CompletableFuture<?> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
