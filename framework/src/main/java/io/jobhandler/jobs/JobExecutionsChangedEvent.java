package io.jobhandler.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An execution was added to the thing's pending list or removed from it ({@code notify}).
 *
 * @param jobs the pending executions by status, at most ten in all, oldest first; a status without
 *     executions is left out
 * @param timestamp when the service sent the event, to the second
 */
public record JobExecutionsChangedEvent(
    Map<JobStatus, List<JobExecutionSummary>> jobs, @Nullable Instant timestamp) {

  /** Checks that the list is there and copies it. */
  public JobExecutionsChangedEvent {
    Objects.requireNonNull(jobs, "jobs");
    jobs =
        jobs.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Lists.orEmpty(entry.getValue())));
  }

  /**
   * The executions in one status.
   *
   * @param status the status
   * @return the executions, oldest first; empty where there are none
   */
  public List<JobExecutionSummary> jobs(JobStatus status) {
    return jobs.getOrDefault(status, List.of());
  }
}
