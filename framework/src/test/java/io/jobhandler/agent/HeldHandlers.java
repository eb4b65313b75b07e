package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handlers of the operations a, b, c and alone, which runs alone. Each job waits until the test
 * lets it end.
 */
final class HeldHandlers {
  /** The jobs whose handler was called, in order. */
  final List<String> started = new CopyOnWriteArrayList<>();

  /** The jobs whose handler was interrupted while it waited. */
  final List<String> interrupted = new CopyOnWriteArrayList<>();

  private final Map<String, CountDownLatch> starts = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> ends = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> besides = new ConcurrentHashMap<>();
  private final Set<String> running = new HashSet<>();

  @JobHandler(operation = "a")
  JobResult a(JobContext context) throws InterruptedException {
    return run(context);
  }

  @JobHandler(operation = "b")
  JobResult b(JobContext context) throws InterruptedException {
    return run(context);
  }

  @JobHandler(operation = "c")
  JobResult c(JobContext context) throws InterruptedException {
    return run(context);
  }

  @JobHandler(operation = "alone", exclusive = true)
  JobResult alone(JobContext context) throws InterruptedException {
    return run(context);
  }

  private JobResult run(JobContext context) throws InterruptedException {
    String job = context.jobId();
    synchronized (running) {
      besides.put(job, Set.copyOf(running));
      running.add(job);
      started.add(job);
    }
    latch(starts, job).countDown();
    try {
      latch(ends, job).await();
      return JobResult.succeeded();
    } catch (InterruptedException e) {
      interrupted.add(job);
      throw e;
    } finally {
      synchronized (running) {
        running.remove(job);
      }
    }
  }

  private static CountDownLatch latch(Map<String, CountDownLatch> latches, String job) {
    return latches.computeIfAbsent(job, name -> new CountDownLatch(1));
  }

  /** Waits until the handlers of these jobs run. */
  void awaitStart(String... jobs) throws InterruptedException {
    for (String job : jobs) {
      assertThat(latch(starts, job).await(20, TimeUnit.SECONDS)).as("start of %s", job).isTrue();
    }
  }

  /** Lets jobs end, those that have not begun as soon as they do. */
  void release(String... jobs) {
    for (String job : jobs) {
      latch(ends, job).countDown();
    }
  }

  /** The jobs that ran when a job began. */
  Set<String> beside(String job) {
    return besides.getOrDefault(job, Set.of());
  }
}
