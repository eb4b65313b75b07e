package io.jobhandler.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Says "not now" to a job: the battery is low, it is no maintenance window, the disk is full,
 * nobody has consented. The job stays QUEUED and is asked about again; later jobs of other
 * operations may begin meanwhile.
 *
 * <p>Called on the agent's own thread, one job at a time, and must return at once: look at what is
 * known, measure elsewhere. A gate that throws says "not now" for a minute.
 */
@FunctionalInterface
public interface JobGate {

  /**
   * A job that could begin.
   *
   * @param jobId the job
   * @param executionNumber which execution of the job on this thing
   * @param operation what the document asks for
   */
  record Candidate(String jobId, long executionNumber, String operation) {}

  /**
   * Not now.
   *
   * @param retryAfter when to ask again, over zero and up to a day
   * @param reason why, for the log
   */
  record NotNow(Duration retryAfter, String reason) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Checks the range. */
    public NotNow {
      Objects.requireNonNull(reason, "reason");
      if (retryAfter.isNegative() || retryAfter.isZero() || retryAfter.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "retryAfter is %s, expected more than zero, up to %s".formatted(retryAfter, LONGEST));
      }
    }
  }

  /**
   * Says whether a job may begin now.
   *
   * @param job the job, QUEUED, its document already found valid
   * @return empty if it may begin
   */
  Optional<NotNow> check(Candidate job);
}
