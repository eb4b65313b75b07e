package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import io.jobhandler.jobs.JobExecutionSummary;
import io.jobhandler.jobs.JobExecutionsChangedEvent;
import io.jobhandler.jobs.JobStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of the service: those executions that have not ended, each part oldest first.
 *
 * @param begun those that are IN_PROGRESS, whoever has begun them
 * @param queued those that wait behind them
 */
record Listing(List<ExecutionKey> begun, List<ExecutionKey> queued) {
  /** A list names at most this many. */
  private static final int MOST_LISTED = 10;

  static Listing of(JobExecutionsChangedEvent event) {
    return of(event.jobs(JobStatus.IN_PROGRESS), event.jobs(JobStatus.QUEUED));
  }

  static Listing of(GetPendingJobExecutionsResponse list) {
    return of(list.inProgressJobs(), list.queuedJobs());
  }

  private static Listing of(List<JobExecutionSummary> begun, List<JobExecutionSummary> queued) {
    return new Listing(
        begun.stream().map(Executions::keyOf).toList(),
        queued.stream().map(Executions::keyOf).toList());
  }

  /** Whether what it does not name is not there. */
  boolean isComplete() {
    return begun.size() + queued.size() < MOST_LISTED;
  }

  /** All that it names. */
  Set<ExecutionKey> named() {
    return Stream.concat(begun.stream(), queued.stream()).collect(Collectors.toSet());
  }
}
