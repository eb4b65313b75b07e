package io.jobhandler.internal.session;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionSummary;
import io.jobhandler.jobs.JobExecutionsChangedEvent;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.NextJobExecutionChangedEvent;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A queue with a hand-driven clock; its random numbers are always a half. */
final class QueueFixture implements Turnstile {
  static final Duration RECONNECT_JITTER = Duration.ofSeconds(30);
  static final Duration PATIENCE = Duration.ofSeconds(2);
  static final Duration POLL = Duration.ofMinutes(15);
  static final Duration CHECK = Duration.ofMinutes(5);

  final ManualScheduler manual = new ManualScheduler();
  final FakeQueueService service = new FakeQueueService();
  final List<QueuedJob> begun = new ArrayList<>();
  final List<ExecutionKey> gone = new ArrayList<>();

  /** The jobs whose turn has not come, and why. */
  final Map<String, Turn> turns = new HashMap<>();

  /** The jobs whose turn was asked for, in order. */
  final List<String> shown = new ArrayList<>();

  /** What beginning a job does besides. */
  Consumer<QueuedJob> onBegin = job -> {};

  /** The jobs that waited when they were gone through last. */
  Set<ExecutionKey> waiting = Set.of();

  final ThingQueue queue;

  QueueFixture(int room) {
    RandomGenerator half = () -> 1L << 63;
    QueueTimings timings = new QueueTimings(RECONNECT_JITTER, PATIENCE, POLL, CHECK);
    Loop loop = new Loop(manual, manual::nanoTime);
    queue = new ThingQueue(service, loop, timings, room, half, this);
  }

  @Override
  public void fromTheFirst(Set<ExecutionKey> waiting) {
    this.waiting = waiting;
  }

  @Override
  public Turn turnOf(QueuedJob job) {
    shown.add(job.key().jobId());
    return turns.getOrDefault(job.key().jobId(), Turn.NOW);
  }

  @Override
  public void begin(QueuedJob job) {
    begun.add(job);
    onBegin.accept(job);
  }

  @Override
  public void gone(ExecutionKey key) {
    gone.add(key);
  }

  /** Connects for the first time and is told what is queued. */
  QueueFixture connected(String... queued) {
    queue.onConnected();
    manual.runDue();
    service.answerQueued(queued);
    return this;
  }

  List<String> begunJobs() {
    return begun.stream().map(job -> job.key().jobId()).toList();
  }

  void over(String jobId) {
    queue.onEnded(TestJobs.key(jobId));
  }

  /** A notification of the list. */
  void notify(List<JobExecutionSummary> begunOnes, String... queued) {
    queue.onChanged(
        new JobExecutionsChangedEvent(
            Map.of(JobStatus.IN_PROGRESS, begunOnes, JobStatus.QUEUED, summaries(queued)), null));
  }

  /** A notification of the head. */
  void notifyNext(@Nullable JobExecution execution) {
    queue.onNextChanged(new NextJobExecutionChangedEvent(execution, null));
  }

  void notifyNext(String jobId) {
    notifyNext(queued(jobId));
  }

  /** Describes the job that was asked for last as QUEUED. */
  void describe() {
    service.answerDescription(queued(service.lastDescribed().jobId()));
  }

  /** A job that has begun and may go on. */
  void resume(String jobId) {
    queue.resume(new QueuedJob(TestJobs.key(jobId), 2, Map.of(), TestJobs.DOCUMENT));
  }

  /** Brings a job to run. */
  QueueFixture running(String jobId) {
    notifyNext(jobId);
    return this;
  }

  static JobExecution queued(String jobId) {
    return TestJobs.execution(jobId, JobStatus.QUEUED);
  }

  static List<JobExecutionSummary> summaries(String... jobIds) {
    return Stream.of(jobIds).map(TestJobs::summary).toList();
  }

  static String[] jobs(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "job-" + i).toArray(String[]::new);
  }
}
