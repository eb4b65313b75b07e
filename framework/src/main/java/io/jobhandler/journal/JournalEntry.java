package io.jobhandler.journal;

import io.jobhandler.jobs.JobStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one execution beyond the process.
 *
 * @param jobId the job
 * @param executionNumber which execution of the job on this thing
 * @param queuedAt when it was queued, to the second
 * @param attempt 1 for the first attempt
 * @param versionNumber the version that the service is known to have stored, or more
 * @param agentToken marks what the writing agent instance has sent to the service
 * @param outcome how the job ended; null while it runs
 */
public record JournalEntry(
    String jobId,
    long executionNumber,
    @Nullable Instant queuedAt,
    int attempt,
    long versionNumber,
    String agentToken,
    @Nullable Outcome outcome) {

  /**
   * The final status of a job, ready to be sent.
   *
   * @param status SUCCEEDED, FAILED or REJECTED
   * @param statusDetails what goes with it, complete
   */
  public record Outcome(JobStatus status, Map<String, String> statusDetails) {
    /** Checks that the status is final and copies the details. */
    public Outcome {
      if (!status.isTerminal()) {
        throw new IllegalArgumentException("status is " + status + ", expected a final one");
      }
      statusDetails = Map.copyOf(statusDetails);
    }
  }

  /** Checks that what identifies the execution is there. */
  public JournalEntry {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(agentToken, "agentToken");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt is " + attempt + ", expected 1 or more");
    }
  }

  /**
   * The same execution, ended.
   *
   * @param version the version that is stored
   * @param end how the job ended
   * @return a copy
   */
  public JournalEntry ended(long version, Outcome end) {
    return new JournalEntry(jobId, executionNumber, queuedAt, attempt, version, agentToken, end);
  }
}
