package io.jobhandler.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.iot.iotjobs.model.JobExecutionData;
import software.amazon.awssdk.iot.iotjobs.model.JobStatus;

/** A plain loop on the SDK's client for Jobs: startNext, handler, update. */
final class SdkLoop implements JobLoop {
  private final boolean stock;

  SdkLoop(boolean stock) {
    this.stock = stock;
  }

  @Override
  public void run(int port, String thing, int count)
      throws InterruptedException, ExecutionException, TimeoutException {
    Mqtt5Client connection =
        stock
            ? Connections.stock(port, thing, (client, message) -> {})
            : Connections.fast(port, thing, (client, message) -> {});
    NoopHandler handler = new NoopHandler(new CountDownLatch(count));
    try (SdkJobs jobs = new SdkJobs(thing, connection)) {
      for (int i = 0; i < count; i++) {
        JobExecutionData execution = jobs.startNext();
        handler.run();
        jobs.update(execution.jobId, JobStatus.SUCCEEDED);
      }
    }
  }
}
