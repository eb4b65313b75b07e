package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionsChangedEvent;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsException;
import io.jobhandler.jobs.NextJobExecutionChangedEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Follows one thing's queue and lets its jobs go in order, no more at once than there is room for.
 * Listens to both notification streams and trusts neither: the list is asked for after every
 * connect and whenever something may have been missed. Confined to the loop.
 */
public final class ThingQueue {
  private final Turnstile turnstile;
  private final PendingList pending = new PendingList();
  private final OwnJobs own = new OwnJobs();
  private final ListRequests lists;
  private final DocumentRequests documents;
  private final CancellationWatch watch;
  private final LettingGo lettingGo;

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
    Jitter jitter = new Jitter(random);
    this.turnstile = turnstile;
    this.lists = new ListRequests(service, loop, timings, jitter, this::onList);
    this.documents = new DocumentRequests(service, loop, timings.patience(), new Documents());
    this.watch =
        new CancellationWatch(service, loop, timings.checkInterval(), jitter, turnstile::gone);
    this.lettingGo = new LettingGo(room, pending, own, turnstile, new Exits());
  }

  /** Connected and subscribed: whatever was sent before may have been missed. */
  public void onConnected() {
    lists.onConnected();
  }

  /** Nothing is told, and nothing can be asked, until the next connect. */
  public void onDisconnected() {
    lists.onDisconnected();
  }

  /** The list has changed. */
  public void onChanged(JobExecutionsChangedEvent event) {
    documents.onMoved();
    // A notification may be old: what has ended here is not begun again because of it.
    take(Listing.of(event), own::isNew);
  }

  private void onList(GetPendingJobExecutionsResponse list) {
    documents.onList();
    // What has ended here and is queued now was made again; its description will tell.
    take(Listing.of(list), own::isFree);
  }

  private void take(Listing list, Predicate<ExecutionKey> isWanted) {
    if (pending.replace(list, isWanted)) {
      lists.inDoubt(); // it was cancelled, or this list is older than the one that named it
    }
    watch.checkAgainst(list, own.begun());
    lettingGo.go();
  }

  /** Another execution is at the head. */
  public void onNextChanged(NextJobExecutionChangedEvent event) {
    JobExecution execution = event.execution();
    if (execution == null) {
      lists.told();
      return;
    }
    ExecutionKey key = Executions.keyOf(execution);
    QueuedJob job = Executions.queued(execution);
    if (job != null && own.isNew(key)) {
      lists.told();
      pending.putFirst(job);
      lettingGo.go();
    } else if (execution.status() == JobStatus.IN_PROGRESS && own.isBegun(key)) {
      lists.told(); // one of ours is at the head now, and a list has come along
    }
    // Otherwise it is old, or another agent's, and tells nothing of what is behind it.
  }

  /**
   * A job that was let go has ended, and its end was reported: the service tells what is next.
   *
   * @param key the job's execution
   */
  public void onEnded(ExecutionKey key) {
    own.finish(key);
    lists.afterEnd();
    onOver(key);
  }

  /**
   * A job that was let go was not begun.
   *
   * @param key the job's execution
   */
  public void onDropped(ExecutionKey key) {
    if (own.drop(key)) {
      lists.afterEnd();
    } else {
      lists.afterFailure(); // what cannot be begun again and again is not tried every other second
    }
    onOver(key);
  }

  private void onOver(ExecutionKey key) {
    watch.forget(key);
    documents.onMoved();
    lettingGo.go();
  }

  /**
   * A job that was let go stays QUEUED for another agent, and is not let go again.
   *
   * @param key the job's execution
   */
  public void onLeft(ExecutionKey key) {
    own.leave(key);
    watch.forget(key);
    lettingGo.go();
  }

  /**
   * An execution that is known here and waits: it takes no room.
   *
   * @param key the execution
   */
  public void park(ExecutionKey key) {
    own.park(key);
    watch.forget(key);
    pending.remove(key);
    lettingGo.go();
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
    own.resume(job);
    lettingGo.go();
  }

  /**
   * Keeps jobs from being let go until this is called again.
   *
   * @param hold whether none is let go
   */
  public void hold(boolean hold) {
    lettingGo.hold(hold);
    lettingGo.go();
  }

  /** Something that kept a job from its turn may have changed. */
  public void lookAgain() {
    lettingGo.go();
  }

  /**
   * The jobs that were let go, and that a place is kept for.
   *
   * @return a copy
   */
  public Set<ExecutionKey> running() {
    return own.running();
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
    lettingGo.close();
    lists.close();
    documents.stopWaiting();
  }

  private final class Exits implements LettingGo.Exits {
    @Override
    public void begin(QueuedJob job) {
      pending.remove(job.key());
      own.run(job.key());
      watch.watch(job.key());
      documents.stopWaiting();
      turnstile.begin(job);
    }

    @Override
    public void needsDocument(ExecutionKey key) {
      documents.request(key, pending.isHead(key, own::isFinished));
    }
  }

  private final class Documents implements DocumentRequests.Answers {
    @Override
    public void onPatienceOver() {
      lettingGo.go();
    }

    @Override
    public void onDescribed(ExecutionKey asked, @Nullable JobExecution stored) {
      QueuedJob job = Executions.queued(stored);
      if (job != null && job.key().equals(asked)) {
        pending.fill(job);
      } else {
        pending.remove(asked); // begun by another, or over
      }
      if (job != null && !job.key().equals(asked)) {
        lists.inDoubt(); // another of its name waits in its place, and was not listed yet
      }
      lettingGo.go();
    }

    @Override
    public void onNotDescribed(ExecutionKey asked, JobsException failure) {
      if (failure.isRetryable()) {
        lists.afterFailure();
      } else {
        pending.remove(asked); // ended or deleted meanwhile
        lettingGo.go();
      }
    }
  }
}
