package io.jobhandler.localjobs.internal.service;

import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.TIMED_OUT;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.Job;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.ServiceClock;
import io.jobhandler.localjobs.Transition;
import io.jobhandler.localjobs.Transition.Actor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Jobs state machine. Thread-safe: one lock makes every operation one step. What happened is
 * put, under the same lock, into an outbox that one thread drains, so that notifications leave in
 * the order of the changes.
 */
public final class JobsService {
  private final ReentrantLock lock = new ReentrantLock();
  private final Runnable eventsReady;
  private final Function<CreateJob, DocumentDelivery> documents;
  private final JobStore store = new JobStore();
  private final Lifecycle lifecycle;
  private final DeviceOperations device;
  private final JobOperations jobs;
  private final ExecutionOperations executions;

  /**
   * Creates a service without jobs.
   *
   * @param eventsReady called, without the lock, when there are events that no device request
   *     caused; it must see to it that {@link #drain} is called soon
   * @param documents refuses a job's document, or prepares it for delivery
   */
  public JobsService(
      ServiceClock clock, Runnable eventsReady, Function<CreateJob, DocumentDelivery> documents) {
    this.eventsReady = eventsReady;
    this.documents = documents;
    lifecycle = new Lifecycle(clock, store, this::expire);
    device = new DeviceOperations(store, lifecycle);
    jobs = new JobOperations(store, lifecycle);
    executions = new ExecutionOperations(store, lifecycle);
  }

  /** Hands over the events in the order in which they happened; to be called by one thread only. */
  public void drain(Consumer<ServiceEvent> sink) {
    lifecycle.outbox.drainTo(sink);
  }

  public PendingList pending(Scope scope) {
    return locked(() -> device.pending(scope, Lifecycle.LIST_LIMIT));
  }

  /**
   * Begins the head of the pending list, or answers with it if it has begun; null if the list is
   * empty.
   */
  public @Nullable ExecutionWithDocument startNext(Scope scope, StartNextCommand command) {
    lock.lock();
    try {
      return device.startNext(scope, command);
    } finally {
      lock.unlock();
    }
  }

  public @Nullable ExecutionWithDocument describeNext(Scope scope) {
    lock.lock();
    try {
      return device.describeNext(scope);
    } finally {
      lock.unlock();
    }
  }

  public ExecutionWithDocument describe(Scope scope, String jobId, @Nullable Long executionNumber) {
    return locked(() -> device.describe(scope, jobId, executionNumber));
  }

  public ExecutionWithDocument update(Scope scope, String jobId, UpdateCommand command) {
    return locked(() -> device.update(scope, jobId, command));
  }

  public void createJob(CreateJob request) {
    DocumentDelivery document = documents.apply(request);
    control(() -> jobs.create(request, document));
  }

  public void cancelJob(String jobId, boolean force) {
    control(() -> jobs.cancel(jobId, force));
  }

  public void deleteJob(String jobId, boolean force) {
    control(() -> jobs.delete(jobId, force));
  }

  public Job describeJob(String jobId) {
    return locked(() -> store.job(jobId).snapshot());
  }

  public void cancelExecution(String thingName, String jobId, boolean force) {
    control(() -> executions.cancel(new ExecutionKey(thingName, jobId), force));
  }

  public void deleteExecution(String thingName, String jobId, long executionNumber, boolean force) {
    control(() -> executions.delete(new ExecutionKey(thingName, jobId), executionNumber, force));
  }

  public JobExecution retry(String thingName, String jobId) {
    JobExecution queued = locked(() -> executions.retry(new ExecutionKey(thingName, jobId)));
    signal();
    return queued;
  }

  public JobExecution describeExecution(String thingName, String jobId) {
    return locked(
        () -> store.require(new ExecutionKey(thingName, jobId), null).snapshot(lifecycle.now()));
  }

  public List<JobExecution> allPending(String thingName) {
    PendingList list = locked(() -> device.pending(new Scope(thingName, null), Integer.MAX_VALUE));
    return Stream.concat(list.inProgress().stream(), list.queued().stream()).toList();
  }

  public CompletableFuture<JobExecution> whenTerminal(String thingName, String jobId) {
    return locked(() -> executions.whenTerminal(new ExecutionKey(thingName, jobId)));
  }

  public List<Transition> history(String thingName, String jobId) {
    return locked(() -> lifecycle.history.of(new ExecutionKey(thingName, jobId)));
  }

  /** The futures of those who still wait, for the end of the service. */
  public List<CompletableFuture<JobExecution>> takeWaiting() {
    return locked(lifecycle.waits::takeAll);
  }

  private void expire(StoredExecution execution, long generation) {
    control(
        () -> {
          boolean current = execution.deadlines.generation() == generation;
          if (current && execution.status == IN_PROGRESS) {
            lifecycle.change(execution, Change.to(TIMED_OUT, Actor.SERVICE));
          }
        });
  }

  private <T> T locked(Supplier<T> operation) {
    lock.lock();
    try {
      return operation.get();
    } finally {
      lock.unlock();
    }
  }

  private void control(Runnable operation) {
    lock.lock();
    try {
      operation.run();
    } finally {
      lock.unlock();
    }
    signal();
  }

  private void signal() {
    if (!lifecycle.outbox.isEmpty()) {
      eventsReady.run();
    }
  }
}
