package io.jobhandler.internal.flow;

import io.jobhandler.JobResult;
import io.jobhandler.jobs.JobStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended on this device.
 *
 * @param status SUCCEEDED, FAILED or REJECTED
 * @param reasonCode why, for machines; null for SUCCEEDED
 * @param reason why, for people; null for SUCCEEDED
 * @param details the author's status details, as they came
 */
public record JobOutcome(
    JobStatus status,
    @Nullable String reasonCode,
    @Nullable String reason,
    Map<String, String> details) {

  /** What a handler returned. */
  public static JobOutcome of(JobResult result) {
    if (result instanceof JobResult.Succeeded succeeded) {
      return new JobOutcome(JobStatus.SUCCEEDED, null, null, succeeded.details());
    }
    if (result instanceof JobResult.Failed failed) {
      return new JobOutcome(
          JobStatus.FAILED, failed.reasonCode(), failed.reason(), failed.details());
    }
    if (!(result instanceof JobResult.Rejected rejected)) {
      throw new IllegalArgumentException(result + " does not end the job");
    }
    return new JobOutcome(
        JobStatus.REJECTED, rejected.reasonCode(), rejected.reason(), rejected.details());
  }

  /** The job was tried and did not succeed. */
  public static JobOutcome failed(String reasonCode, String reason) {
    return of(JobResult.failed(reasonCode, reason));
  }

  /** The job cannot be carried out and nothing was changed. */
  public static JobOutcome rejected(String reasonCode, String reason) {
    return of(JobResult.rejected(reasonCode, reason));
  }
}
