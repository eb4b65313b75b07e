package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.mqtt5.QOS;

/**
 * Callers on other threads and the device change the list at the same time; nobody is told of the
 * past last.
 */
class NotificationOrderTest {
  private static final String JOBS = "$aws/things/thing-1/jobs/";
  private static final int COUNT = 200;

  @Test
  void listsComeInTheOrderOfTheChanges() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start();
        Mqtt5Device worker = Mqtt5Device.plain(jobs, "worker");
        Mqtt5Device watcher = Mqtt5Device.plain(jobs, "watcher")) {
      watcher.subscribe(QOS.AT_LEAST_ONCE, JOBS + "notify");
      worker.subscribe(QOS.AT_LEAST_ONCE, JOBS + "notify-next");
      CompletableFuture<Void> creating = CompletableFuture.runAsync(() -> createAll(jobs));
      for (int i = 0; i < COUNT; i++) {
        finish(worker, "job-" + i);
      }
      creating.get(10, SECONDS);
      String last = "";
      for (int i = 0; i < 2 * COUNT; i++) {
        last = watcher.next(JOBS + "notify");
      }
      assertThat(last).endsWith("\"jobs\":{}}");
      assertThat(jobs.pendingJobExecutions("thing-1")).isEmpty();
      watcher.expectNothing();
    }
  }

  private static void createAll(LocalJobs jobs) {
    for (int i = 0; i < COUNT; i++) {
      jobs.createJob("job-" + i, "{}", "thing-1");
    }
  }

  /** Ends a job once it is the head of the list. */
  private static void finish(Mqtt5Device worker, String jobId) throws Exception {
    String field = "\"jobId\":\"" + jobId + "\"";
    for (String next = ""; !next.contains(field); ) {
      next = worker.next(JOBS + "notify-next");
    }
    worker.publish(JOBS + jobId + "/update", "{\"status\":\"SUCCEEDED\"}");
  }
}
