package io.jobhandler.localjobs.internal.service;

import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.JobStatus;
import io.jobhandler.localjobs.ServiceClock;
import io.jobhandler.localjobs.Transition.Actor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Makes the changes that were decided on, with all that follows: timers, lists, events, history.
 */
final class Lifecycle {
  /** At most so many executions are told to a device at once. */
  static final int LIST_LIMIT = 10;

  private final ServiceClock clock;
  private final JobStore store;
  final ExecutionTimers timers;
  final HistoryLog history = new HistoryLog();
  final Outbox outbox = new Outbox();
  final TerminalWaits waits = new TerminalWaits();

  Lifecycle(ServiceClock clock, JobStore store, ExecutionTimers.Expiry expiry) {
    this.clock = clock;
    this.store = store;
    this.timers = new ExecutionTimers(clock, expiry);
  }

  Instant now() {
    return clock.instant();
  }

  StoredExecution queue(StoredJob job, String thingName, long executionNumber) {
    Instant now = now();
    StoredExecution execution =
        new StoredExecution(job, thingName, executionNumber, now, store.nextSequence());
    store.add(execution);
    history.accepted(execution, null, Actor.CONTROL, now);
    PendingQueue queue = store.queue(execution.scope());
    queue.add(execution);
    announce(queue, true, now);
    return execution;
  }

  /** Gives an execution a status, which may be the one it has. */
  void change(StoredExecution execution, Change change) {
    Instant now = now();
    ExecutionStatus from = execution.status;
    execution.status = change.status();
    execution.versionNumber++;
    execution.lastUpdatedAt = now;
    if (change.statusDetails() != null) {
      execution.statusDetails = change.statusDetails();
    }
    history.accepted(execution, from, change.actor(), now);
    if (change.status().isTerminal()) {
      end(execution, now);
    } else {
      proceed(execution, from, change, now);
    }
  }

  private void proceed(
      StoredExecution execution, ExecutionStatus from, Change change, Instant now) {
    boolean begins = from != IN_PROGRESS;
    if (begins) {
      execution.startedAt = now;
      timers.startInProgress(execution, now);
    }
    timers.setStep(execution, change.stepTimeoutInMinutes(), now);
    if (begins) {
      PendingQueue queue = store.queue(execution.scope());
      queue.remove(execution);
      queue.add(execution);
      announce(queue, false, now);
    }
  }

  private void end(StoredExecution execution, Instant now) {
    timers.stop(execution);
    leaveQueue(execution, now);
    completeJob(execution.job, now);
    List<CompletableFuture<JobExecution>> waiting = waits.take(execution.key());
    if (!waiting.isEmpty()) {
      outbox.add(new ServiceEvent.Ended(execution.snapshot(now), waiting));
    }
  }

  void delete(StoredExecution execution) {
    Instant now = now();
    timers.stop(execution);
    store.remove(execution);
    if (!execution.status.isTerminal()) {
      leaveQueue(execution, now);
    }
    completeJob(execution.job, now);
    if (store.all(execution.key()).isEmpty()) {
      failWaiting(execution.key());
    }
  }

  private void failWaiting(ExecutionKey key) {
    List<CompletableFuture<JobExecution>> waiting = waits.take(key);
    if (!waiting.isEmpty()) {
      String text = "the execution of job %s on thing %s was deleted";
      outbox.add(
          new ServiceEvent.Deleted(
              ControlErrors.notFound(text.formatted(key.jobId(), key.thingName())), waiting));
    }
  }

  private static void completeJob(StoredJob job, Instant now) {
    if (job.status == JobStatus.IN_PROGRESS && job.allEnded()) {
      job.become(JobStatus.COMPLETED, now);
    }
  }

  private void leaveQueue(StoredExecution execution, Instant now) {
    PendingQueue queue = store.queue(execution.scope());
    queue.remove(execution);
    announce(queue, true, now);
  }

  private void announce(PendingQueue queue, boolean membersChanged, Instant now) {
    if (membersChanged) {
      outbox.add(queue.listChanged(LIST_LIMIT, now));
    }
    ServiceEvent.NextChanged next = queue.takeNextChanged(now);
    if (next != null) {
      outbox.add(next);
    }
  }
}
