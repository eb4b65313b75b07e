package io.jobhandler.agent;

import io.jobhandler.JobContext;
import io.jobhandler.JobFailedException;
import io.jobhandler.JobHandler;
import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Handlers that a test can hold, release and count. */
@SuppressWarnings("DoNotCallSuggester") // they are called by the agent
final class TestHandlers {
  record Greeting(String name) {}

  final List<String> started = new CopyOnWriteArrayList<>();
  final CountDownLatch blocked = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

  @JobHandler(operation = "greet")
  JobResult greet(Greeting greeting, JobContext context, @Progress ProgressReporter progress) {
    started.add(context.jobId());
    progress.report(50, "greeting");
    return JobResult.succeeded(Map.of("greeted", greeting.name()));
  }

  @JobHandler(operation = "block", stepTimeout = "PT1M")
  void block(JobContext context) throws InterruptedException {
    started.add(context.jobId());
    blocked.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      interrupted.complete(context.isCancelled());
      throw e;
    }
  }

  @JobHandler(operation = "refuse")
  void refuse() {
    throw new JobRejectedException("BATTERY_LOW", "12 %");
  }

  @JobHandler(operation = "fail")
  void fail() {
    throw new JobFailedException("DISK_FULL", "0 bytes left", Map.of("disk", "sda"), null);
  }

  @JobHandler(operation = "crash")
  void crash() {
    throw new AssertionError("line one\nline two " + "x".repeat(5000));
  }
}
