package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Job;
import io.jobhandler.localjobs.JobStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job and the latest execution of each of its things. */
final class StoredJob {
  final CreateJob request;
  final DocumentDelivery document;
  final Instant createdAt;
  final Map<String, StoredExecution> latest = new LinkedHashMap<>();
  JobStatus status = JobStatus.IN_PROGRESS;
  boolean forceCanceled;
  Instant lastUpdatedAt;
  @Nullable Instant completedAt;

  StoredJob(CreateJob request, DocumentDelivery document, Instant createdAt) {
    this.request = request;
    this.document = document;
    this.createdAt = createdAt;
    this.lastUpdatedAt = createdAt;
  }

  String jobId() {
    return request.jobId();
  }

  Scope scopeOf(String thingName) {
    return new Scope(thingName, request.namespaceId());
  }

  void become(JobStatus next, Instant now) {
    status = next;
    lastUpdatedAt = now;
    completedAt = next == JobStatus.IN_PROGRESS ? null : now;
  }

  boolean allEnded() {
    return latest.values().stream().allMatch(e -> e.status.isTerminal());
  }

  Job snapshot() {
    Map<ExecutionStatus, Integer> counts = new EnumMap<>(ExecutionStatus.class);
    latest.values().forEach(e -> counts.merge(e.status, 1, Integer::sum));
    return new Job(
        jobId(),
        status,
        request.document(),
        request.targets(),
        counts,
        forceCanceled,
        createdAt,
        lastUpdatedAt,
        completedAt,
        request.inProgressTimeoutInMinutes(),
        request.namespaceId(),
        request.presignedUrlConfig());
  }
}
