package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The QUEUED executions of a thing in the service's order, some with their documents. */
final class PendingList {
  /** A list of the service names at most this many executions. */
  private static final int MAX_LISTED = 10;

  /** One execution; without a job where only the list has named it so far. */
  record Entry(ExecutionKey key, @Nullable QueuedJob job) {}

  private Map<ExecutionKey, Entry> entries = new LinkedHashMap<>();

  static ExecutionKey keyOf(JobExecutionSummary summary) {
    return new ExecutionKey(summary.jobId(), summary.executionNumber(), summary.queuedAt());
  }

  static ExecutionKey keyOf(JobExecution execution) {
    return new ExecutionKey(execution.jobId(), execution.executionNumber(), execution.queuedAt());
  }

  static boolean isComplete(int listed) {
    return listed < MAX_LISTED;
  }

  /** Takes over a list, keeping the documents that are known. */
  void replace(
      List<JobExecutionSummary> queued, boolean complete, Predicate<ExecutionKey> isWanted) {
    Map<ExecutionKey, Entry> listed = new LinkedHashMap<>();
    for (JobExecutionSummary summary : queued) {
      ExecutionKey key = keyOf(summary);
      if (isWanted.test(key)) {
        listed.put(key, entries.getOrDefault(key, new Entry(key, null)));
      }
    }
    if (!complete) {
      entries.forEach(listed::putIfAbsent);
    }
    entries = listed;
  }

  /** Puts an execution at the head. */
  void putFirst(QueuedJob job) {
    Map<ExecutionKey, Entry> reordered = new LinkedHashMap<>();
    reordered.put(job.key(), new Entry(job.key(), job));
    entries.forEach(reordered::putIfAbsent);
    entries = reordered;
  }

  /** Adds the document to an execution that keeps its place, where it is still listed. */
  void fill(QueuedJob job) {
    entries.computeIfPresent(job.key(), (key, entry) -> new Entry(key, job));
  }

  void remove(ExecutionKey key) {
    entries.remove(key);
  }

  /** The executions in their order, as they are at this moment. */
  List<Entry> inOrder() {
    return List.copyOf(entries.values());
  }

  boolean contains(ExecutionKey key) {
    return entries.containsKey(key);
  }
}
