package io.jobhandler.localjobs.internal.service;

import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;

import io.jobhandler.localjobs.JobExecution;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pending list of a scope, and the head that was last announced. */
final class PendingQueue {
  private final Scope scope;
  private final NavigableSet<StoredExecution> inProgress =
      new TreeSet<>(StoredExecution.BY_QUEUEING);
  private final NavigableSet<StoredExecution> queued = new TreeSet<>(StoredExecution.BY_QUEUEING);
  private @Nullable StoredExecution announcedHead;

  PendingQueue(Scope scope) {
    this.scope = scope;
  }

  void add(StoredExecution execution) {
    (execution.status == IN_PROGRESS ? inProgress : queued).add(execution);
  }

  void remove(StoredExecution execution) {
    inProgress.remove(execution);
    queued.remove(execution);
  }

  @Nullable StoredExecution head() {
    if (!inProgress.isEmpty()) {
      return inProgress.first();
    }
    return queued.isEmpty() ? null : queued.first();
  }

  /** The first executions of the list, at most {@code limit} in all. */
  PendingList first(int limit, Instant now) {
    List<JobExecution> begun = first(inProgress, limit, now);
    return new PendingList(begun, first(queued, limit - begun.size(), now));
  }

  private static List<JobExecution> first(
      NavigableSet<StoredExecution> executions, int limit, Instant now) {
    return executions.stream().limit(limit).map(e -> e.snapshot(now)).toList();
  }

  ServiceEvent.ListChanged listChanged(int limit, Instant now) {
    return new ServiceEvent.ListChanged(scope, now, first(limit, now));
  }

  /** The event that another execution is the head, or null if it is the one announced before. */
  ServiceEvent.@Nullable NextChanged takeNextChanged(Instant now) {
    StoredExecution head = head();
    if (head == announcedHead) {
      return null;
    }
    announcedHead = head;
    return new ServiceEvent.NextChanged(scope, now, head == null ? null : head.withDocument(now));
  }
}
