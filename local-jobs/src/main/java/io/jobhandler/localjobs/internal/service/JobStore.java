package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.LocalJobsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where jobs, executions and pending lists are looked up. */
final class JobStore {
  private final Map<String, StoredJob> jobs = new HashMap<>();
  private final Map<ExecutionKey, List<StoredExecution>> executions = new HashMap<>();
  private final Map<Scope, PendingQueue> queues = new HashMap<>();
  private long sequence;

  boolean hasJob(String jobId) {
    return jobs.containsKey(jobId);
  }

  void addJob(StoredJob job) {
    jobs.put(job.jobId(), job);
  }

  void removeJob(StoredJob job) {
    jobs.remove(job.jobId());
  }

  StoredJob job(String jobId) {
    StoredJob job = jobs.get(jobId);
    if (job == null) {
      throw ControlErrors.notFound("job " + jobId + " does not exist");
    }
    return job;
  }

  long nextSequence() {
    return sequence++;
  }

  void add(StoredExecution execution) {
    executions.computeIfAbsent(execution.key(), key -> new ArrayList<>()).add(execution);
    execution.job.latest.put(execution.thingName, execution);
  }

  void remove(StoredExecution execution) {
    List<StoredExecution> all = all(execution.key());
    all.remove(execution);
    if (all.isEmpty()) {
      executions.remove(execution.key());
      execution.job.latest.remove(execution.thingName);
    } else {
      execution.job.latest.put(execution.thingName, all.get(all.size() - 1));
    }
  }

  /** The executions of a job on a thing, oldest first; empty if there are none. */
  List<StoredExecution> all(ExecutionKey key) {
    return executions.getOrDefault(key, List.of());
  }

  @Nullable StoredExecution find(ExecutionKey key, @Nullable Long executionNumber) {
    List<StoredExecution> all = all(key);
    if (executionNumber == null) {
      return all.isEmpty() ? null : all.get(all.size() - 1);
    }
    return all.stream().filter(e -> e.executionNumber == executionNumber).findFirst().orElse(null);
  }

  /** The execution a caller of the Java API names. */
  StoredExecution require(ExecutionKey key, @Nullable Long executionNumber)
      throws LocalJobsException {
    StoredExecution execution = find(key, executionNumber);
    if (execution == null) {
      String which = executionNumber == null ? "" : " with executionNumber " + executionNumber;
      throw ControlErrors.notFound(
          "thing " + key.thingName() + " has no execution of job " + key.jobId() + which);
    }
    return execution;
  }

  PendingQueue queue(Scope scope) {
    return queues.computeIfAbsent(scope, PendingQueue::new);
  }

  /** The pending list if there ever was one, so that mere questions leave nothing behind. */
  @Nullable PendingQueue existingQueue(Scope scope) {
    return queues.get(scope);
  }
}
