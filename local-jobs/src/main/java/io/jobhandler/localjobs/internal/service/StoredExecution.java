package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The mutable state of one execution. */
final class StoredExecution {
  static final Comparator<StoredExecution> BY_QUEUEING =
      Comparator.<StoredExecution, Instant>comparing(e -> e.queuedAt)
          .thenComparingLong(e -> e.sequence);

  final StoredJob job;
  final String thingName;
  final long executionNumber;
  final Instant queuedAt;
  final Deadlines deadlines = new Deadlines();
  ExecutionStatus status = ExecutionStatus.QUEUED;
  Map<String, String> statusDetails = Map.of();
  @Nullable Instant startedAt;
  Instant lastUpdatedAt;
  long versionNumber = 1;
  boolean forceCanceled;

  /** Decides between executions that were queued in the same instant. */
  private final long sequence;

  StoredExecution(
      StoredJob job, String thingName, long executionNumber, Instant queuedAt, long sequence) {
    this.job = job;
    this.thingName = thingName;
    this.executionNumber = executionNumber;
    this.queuedAt = queuedAt;
    this.lastUpdatedAt = queuedAt;
    this.sequence = sequence;
  }

  ExecutionKey key() {
    return new ExecutionKey(thingName, job.jobId());
  }

  Scope scope() {
    return job.scopeOf(thingName);
  }

  ExecutionWithDocument withDocument(Instant now) {
    return new ExecutionWithDocument(snapshot(now), job.document);
  }

  JobExecution snapshot(Instant now) {
    return new JobExecution(
        job.jobId(),
        thingName,
        status,
        statusDetails,
        queuedAt,
        startedAt,
        lastUpdatedAt,
        versionNumber,
        executionNumber,
        secondsLeft(now),
        forceCanceled);
  }

  private OptionalLong secondsLeft(Instant now) {
    Instant deadline = deadlines.effective();
    if (deadline == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Math.max(0, Duration.between(now, deadline).toSeconds()));
  }
}
