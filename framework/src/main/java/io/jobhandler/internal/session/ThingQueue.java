package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionSummary;
import io.jobhandler.jobs.JobExecutionsChangedEvent;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsException;
import io.jobhandler.jobs.NextJobExecutionChangedEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one thing's queue and lets its jobs go in order, no more at once than there is room for.
 * Listens to both notification streams and trusts neither: the list is asked for after every
 * connect and whenever something may have been missed. Confined to the loop.
 */
public final class ThingQueue {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(ThingQueue.class);

  private final QueueService service;
  private final Loop loop;
  private final QueueTimings timings;
  private final Jitter jitter;
  private final int room;
  private final Turnstile turnstile;
  private final CancellationWatch watch;

  private final PendingList pending = new PendingList();
  private final Set<ExecutionKey> running = new HashSet<>();
  private final Set<ExecutionKey> parked = new HashSet<>();
  private final Map<ExecutionKey, QueuedJob> resumable = new LinkedHashMap<>();
  private final RecentKeys finished = new RecentKeys();
  private final RecentKeys left = new RecentKeys();
  private Loop.Timer askTimer = () -> {};
  private Loop.@Nullable Timer fetchTimer;
  private boolean fetching;
  private boolean connectedBefore;
  private boolean open = true;
  private boolean held;
  private boolean lettingGo;
  private boolean changed;

  /**
   * Makes a queue.
   *
   * @param service asked for lists and executions
   * @param loop where everything runs
   * @param timings when the service is asked
   * @param room how many jobs may run at once
   * @param random spreads a fleet's requests
   * @param turnstile says which jobs may begin, and begins them
   */
  public ThingQueue(
      QueueService service,
      Loop loop,
      QueueTimings timings,
      int room,
      RandomGenerator random,
      Turnstile turnstile) {
    this.service = service;
    this.loop = loop;
    this.timings = timings;
    this.jitter = new Jitter(random);
    this.room = room;
    this.turnstile = turnstile;
    this.watch =
        new CancellationWatch(service, loop, timings.checkInterval(), jitter, turnstile::gone);
  }

  /** Connected and subscribed: whatever was sent before may have been missed. */
  public void onConnected() {
    askIn(connectedBefore ? jitter.upTo(timings.reconnectJitter()) : Duration.ZERO);
    connectedBefore = true;
  }

  /** The list has changed. */
  public void onChanged(JobExecutionsChangedEvent event) {
    List<JobExecutionSummary> queued = event.jobs(JobStatus.QUEUED);
    List<JobExecutionSummary> begun = event.jobs(JobStatus.IN_PROGRESS);
    boolean complete = PendingList.isComplete(queued.size() + begun.size());
    // A notification may be old: what has ended here is not begun again because of it.
    pending.replace(queued, complete, key -> isFree(key) && !finished.contains(key));
    if (complete) {
      watch.checkAgainst(known(), queued, begun);
    }
    letGo(timings.patience());
  }

  /** Another execution is at the head. */
  public void onNextChanged(NextJobExecutionChangedEvent event) {
    askIn(jitter.around(timings.pollInterval()));
    JobExecution execution = event.execution();
    if (execution == null || execution.status() != JobStatus.QUEUED) {
      return; // empty, or begun: by us, or by another agent that shares the queue
    }
    QueuedJob job = queued(execution);
    if (job != null && isFree(job.key()) && !finished.contains(job.key())) {
      pending.putFirst(job);
      letGo(timings.patience());
    }
  }

  /**
   * A job that was let go has ended, and its end was reported: the service tells what is next.
   *
   * @param key the job's execution
   */
  public void onEnded(ExecutionKey key) {
    finished.add(key);
    onDropped(key);
  }

  /**
   * A job that was let go was not begun.
   *
   * @param key the job's execution
   */
  public void onDropped(ExecutionKey key) {
    giveFree(key);
    askIn(timings.patience());
    letGo(timings.patience());
  }

  /**
   * A job that was let go stays QUEUED for another agent, and is not let go again.
   *
   * @param key the job's execution
   */
  public void onLeft(ExecutionKey key) {
    left.add(key);
    giveFree(key);
    letGo(Duration.ZERO);
  }

  /**
   * An execution that is known here and waits: it takes no room.
   *
   * @param key the execution
   */
  public void park(ExecutionKey key) {
    giveFree(key);
    pending.remove(key);
    parked.add(key);
    letGo(timings.patience());
  }

  /**
   * A parked execution waits for longer, and is told of when it is not wanted any more.
   *
   * @param key the execution
   */
  public void watch(ExecutionKey key) {
    watch.watch(key);
  }

  /**
   * A parked execution goes on: it is let go before those that have not begun.
   *
   * @param job the job as it is stored now
   */
  public void resume(QueuedJob job) {
    resumable.put(job.key(), job);
    letGo(timings.patience());
  }

  /**
   * Keeps jobs from being let go until this is called again.
   *
   * @param hold whether none is let go
   */
  public void hold(boolean hold) {
    held = hold;
    letGo(timings.patience());
  }

  /** Something that kept a job from its turn may have changed. */
  public void lookAgain() {
    letGo(timings.patience());
  }

  private Set<ExecutionKey> known() {
    Set<ExecutionKey> known = new HashSet<>(running);
    known.addAll(parked);
    return known;
  }

  private boolean isFree(ExecutionKey key) {
    return !running.contains(key) && !parked.contains(key) && !left.contains(key);
  }

  private void giveFree(ExecutionKey key) {
    running.remove(key);
    parked.remove(key);
    resumable.remove(key);
    watch.forget(key);
  }

  /**
   * Something suggests that a running job is no longer wanted.
   *
   * @param key the job's execution
   */
  public void onDoubt(ExecutionKey key) {
    watch.check(key);
  }

  /** Lets no more jobs go. */
  public void close() {
    open = false;
    askTimer.cancel();
    cancelFetchTimer();
  }

  private void askIn(Duration delay) {
    askTimer.cancel();
    if (open) {
      askTimer = loop.schedule(delay, this::ask);
    }
  }

  private void ask() {
    askIn(jitter.around(timings.pollInterval()));
    service
        .getPendingJobExecutions()
        .whenComplete(
            (list, failure) -> {
              if (failure == null) {
                onList(list);
              } else {
                LOG.warn("The pending list is not to be had: {}", failure.getMessage());
                askIn(jitter.around(AFTER_FAILURE));
              }
            });
  }

  private void onList(GetPendingJobExecutionsResponse list) {
    boolean complete =
        PendingList.isComplete(list.queuedJobs().size() + list.inProgressJobs().size());
    // What has ended here and is queued now was made again; its description will tell.
    pending.replace(list.queuedJobs(), complete, this::isFree);
    if (complete) {
      watch.checkAgainst(known(), list.queuedJobs(), list.inProgressJobs());
    }
    letGo(Duration.ZERO);
  }

  /** A job that begins may end at once, and so change what is gone through. */
  private void letGo(Duration patience) {
    changed = true;
    if (lettingGo) {
      return;
    }
    lettingGo = true;
    try {
      while (changed) {
        changed = false;
        turnstile.fromTheFirst();
        if (letResumableGo()) {
          letPendingGo(patience);
        }
      }
    } finally {
      lettingGo = false;
    }
  }

  /** Returns whether those behind may be gone through. */
  private boolean letResumableGo() {
    for (QueuedJob job : List.copyOf(resumable.values())) {
      if (!mayLetGo()) {
        return false;
      }
      Turn turn = resumable.containsKey(job.key()) ? turnstile.turnOf(job) : Turn.LATER;
      if (turn == Turn.NOW) {
        begin(job);
      } else if (turn == Turn.ALONE) {
        return false;
      }
    }
    return true;
  }

  private void letPendingGo(Duration patience) {
    for (PendingList.Entry entry : pending.inOrder()) {
      if (!mayLetGo()) {
        return;
      }
      QueuedJob job = entry.job();
      if (job == null) {
        fetchIn(patience);
        return;
      }
      Turn turn = pending.contains(job.key()) ? turnstile.turnOf(job) : Turn.LATER;
      if (turn == Turn.NOW) {
        begin(job);
      } else if (turn == Turn.ALONE) {
        return;
      }
    }
  }

  private boolean mayLetGo() {
    return open && !held && running.size() < room;
  }

  private void begin(QueuedJob job) {
    pending.remove(job.key());
    giveFree(job.key());
    running.add(job.key());
    watch.watch(job.key());
    cancelFetchTimer();
    turnstile.begin(job);
  }

  /**
   * Asks for the document of the first job without one, after giving a notification the time to
   * bring it.
   */
  private void fetchIn(Duration patience) {
    if (fetching || (fetchTimer != null && !patience.isZero())) {
      return;
    }
    cancelFetchTimer();
    fetchTimer = loop.schedule(patience, this::fetch);
  }

  private void cancelFetchTimer() {
    if (fetchTimer != null) {
      fetchTimer.cancel();
      fetchTimer = null;
    }
  }

  private void fetch() {
    fetchTimer = null;
    if (open) {
      pending.inOrder().stream()
          .filter(entry -> entry.job() == null)
          .findFirst()
          .ifPresent(entry -> fetch(entry.key()));
    }
  }

  private void fetch(ExecutionKey key) {
    fetching = true;
    service
        .describeJobExecution(DescribeJobExecutionRequest.of(key.jobId()))
        .whenComplete(
            (description, failure) -> {
              fetching = false;
              if (failure == null) {
                onDescribed(key, description.execution());
              } else {
                onNotDescribed(key, JobsException.from(failure));
              }
            });
  }

  private void onDescribed(ExecutionKey asked, @Nullable JobExecution execution) {
    QueuedJob job =
        execution != null && execution.status() == JobStatus.QUEUED ? queued(execution) : null;
    if (job != null && job.key().equals(asked)) {
      pending.fill(job);
    } else {
      pending.remove(asked); // begun by another, or replaced by a later execution
    }
    letGo(Duration.ZERO);
  }

  private void onNotDescribed(ExecutionKey asked, JobsException failure) {
    pending.remove(asked);
    if (failure.isRetryable()) {
      askIn(jitter.around(AFTER_FAILURE));
    } else {
      letGo(Duration.ZERO); // ended or deleted meanwhile
    }
  }

  private static @Nullable QueuedJob queued(JobExecution execution) {
    JobDocument document = execution.jobDocument();
    if (document == null) {
      LOG.warn("Job {} came without its document and is asked for again", execution.jobId());
      return null;
    }
    return new QueuedJob(
        PendingList.keyOf(execution),
        execution.versionNumber(),
        execution.statusDetails(),
        document);
  }
}
