package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionSummary;
import io.jobhandler.jobs.JobStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the service tells of executions. */
final class Executions {
  private static final Logger LOG = LoggerFactory.getLogger(Executions.class);

  private Executions() {}

  static ExecutionKey keyOf(JobExecutionSummary summary) {
    return new ExecutionKey(summary.jobId(), summary.executionNumber(), summary.queuedAt());
  }

  static ExecutionKey keyOf(JobExecution execution) {
    return new ExecutionKey(execution.jobId(), execution.executionNumber(), execution.queuedAt());
  }

  /** The job that may begin; null where the execution is not QUEUED, or came incomplete. */
  static @Nullable QueuedJob queued(@Nullable JobExecution execution) {
    if (execution == null || execution.status() != JobStatus.QUEUED) {
      return null;
    }
    JobDocument document = execution.jobDocument();
    if (document == null) {
      LOG.warn("Job {} came without its document and is asked for again", execution.jobId());
      return null;
    }
    return new QueuedJob(
        keyOf(execution), execution.versionNumber(), execution.statusDetails(), document);
  }

  /**
   * Whether what is stored under a job's name cannot be the execution itself: it was made again, or
   * replaced by a later one. A time that is not told tells nothing.
   */
  static boolean isAnother(ExecutionKey key, JobExecution stored) {
    return stored.executionNumber() != key.executionNumber()
        || (key.queuedAt() != null
            && stored.queuedAt() != null
            && !key.queuedAt().equals(stored.queuedAt()));
  }
}
