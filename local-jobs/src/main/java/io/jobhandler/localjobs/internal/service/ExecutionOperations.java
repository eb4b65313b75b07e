package io.jobhandler.localjobs.internal.service;

import static io.jobhandler.localjobs.ExecutionStatus.CANCELED;
import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.QUEUED;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.JobStatus;
import io.jobhandler.localjobs.LocalJobsException;
import io.jobhandler.localjobs.Transition.Actor;
import java.util.concurrent.CompletableFuture;

/** What the Java API does to single executions. */
final class ExecutionOperations {
  private final JobStore store;
  private final Lifecycle lifecycle;

  ExecutionOperations(JobStore store, Lifecycle lifecycle) {
    this.store = store;
    this.lifecycle = lifecycle;
  }

  void cancel(ExecutionKey key, boolean force) {
    StoredExecution execution = store.require(key, null);
    if (execution.status.isTerminal()) {
      throw refuse(execution, CANCELED, "it has ended");
    }
    if (execution.status == IN_PROGRESS && !force) {
      throw refuse(execution, CANCELED, "cancelling it needs force");
    }
    execution.forceCanceled = execution.status == IN_PROGRESS;
    lifecycle.change(execution, Change.to(CANCELED, Actor.CONTROL));
  }

  void delete(ExecutionKey key, long executionNumber, boolean force) {
    StoredExecution execution = store.require(key, executionNumber);
    if (execution.status == IN_PROGRESS && !force) {
      throw ControlErrors.invalidStateTransition(
          describe(execution) + " is IN_PROGRESS; deleting it needs force");
    }
    lifecycle.delete(execution);
  }

  JobExecution retry(ExecutionKey key) {
    StoredExecution last = store.require(key, null);
    if (!last.status.isRetryable()) {
      throw refuse(last, QUEUED, "only FAILED and TIMED_OUT are retried");
    }
    StoredJob job = last.job;
    if (job.status == JobStatus.CANCELED) {
      throw refuse(last, QUEUED, "the job is CANCELED");
    }
    job.become(JobStatus.IN_PROGRESS, lifecycle.now());
    return lifecycle.queue(job, last.thingName, last.executionNumber + 1).snapshot(lifecycle.now());
  }

  CompletableFuture<JobExecution> whenTerminal(ExecutionKey key) {
    StoredExecution execution = store.require(key, null);
    return execution.status.isTerminal()
        ? CompletableFuture.completedFuture(execution.snapshot(lifecycle.now()))
        : lifecycle.waits.add(key);
  }

  private LocalJobsException refuse(StoredExecution execution, ExecutionStatus to, String why) {
    LocalJobsException error =
        ControlErrors.invalidStateTransition(
            describe(execution)
                + " is "
                + execution.status
                + " and cannot become "
                + to
                + ": "
                + why);
    lifecycle.history.refused(execution, to, Actor.CONTROL, error.errorName(), lifecycle.now());
    return error;
  }

  private static String describe(StoredExecution execution) {
    return "execution "
        + execution.executionNumber
        + " of job "
        + execution.job.jobId()
        + " on thing "
        + execution.thingName;
  }
}
