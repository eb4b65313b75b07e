package io.jobhandler.localjobs.internal.service;

import static io.jobhandler.localjobs.ExecutionStatus.CANCELED;
import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.QUEUED;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.JobStatus;
import io.jobhandler.localjobs.Transition.Actor;
import java.util.List;

/** What the Java API does to whole jobs. */
final class JobOperations {
  private final JobStore store;
  private final Lifecycle lifecycle;

  JobOperations(JobStore store, Lifecycle lifecycle) {
    this.store = store;
    this.lifecycle = lifecycle;
  }

  void create(CreateJob request, DocumentDelivery document) {
    CreateJobRules.check(request);
    if (store.hasJob(request.jobId())) {
      throw ControlErrors.alreadyExists("job " + request.jobId() + " exists");
    }
    StoredJob job = new StoredJob(request, document, lifecycle.now());
    store.addJob(job);
    request.targets().forEach(thingName -> lifecycle.queue(job, thingName, 1));
  }

  void cancel(String jobId, boolean force) {
    StoredJob job = store.job(jobId);
    if (job.status == JobStatus.COMPLETED || (job.status == JobStatus.CANCELED && !force)) {
      throw ControlErrors.invalidRequest(
          "job " + jobId + " is " + job.status + "; only a job IN_PROGRESS can be cancelled");
    }
    job.become(JobStatus.CANCELED, lifecycle.now());
    job.forceCanceled |= force;
    for (StoredExecution execution : List.copyOf(job.latest.values())) {
      if (execution.status == QUEUED || (force && execution.status == IN_PROGRESS)) {
        execution.forceCanceled = execution.status == IN_PROGRESS;
        lifecycle.change(execution, Change.to(CANCELED, Actor.CONTROL));
      }
    }
  }

  void delete(String jobId, boolean force) {
    StoredJob job = store.job(jobId);
    if (job.status == JobStatus.IN_PROGRESS && !force) {
      throw ControlErrors.invalidStateTransition(
          "job " + jobId + " is IN_PROGRESS; deleting it needs force");
    }
    for (String thingName : job.request.targets()) {
      List.copyOf(store.all(new ExecutionKey(thingName, jobId))).forEach(lifecycle::delete);
    }
    store.removeJob(job);
  }
}
