package io.jobhandler.internal.execution;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why work for a job is interrupted. */
public enum StopReason {
  /** Its step timeout has passed. */
  DEADLINE(ReasonCode.STEP_TIMEOUT, "%s did not end within its step timeout"),
  /** The job was cancelled, deleted or timed out in the cloud. */
  GONE(null, ""),
  /** The agent is being closed. */
  CLOSING(ReasonCode.INTERRUPTED, "the agent was closed while %s was running");

  private final @Nullable String reasonCode;
  private final String reason;

  StopReason(@Nullable String reasonCode, String reason) {
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  /**
   * What is reported of the job, whatever the work came to when it was interrupted.
   *
   * @param work what was interrupted, for people
   * @return empty where nothing is reported
   */
  public Optional<JobOutcome> outcome(String work) {
    return Optional.ofNullable(reasonCode)
        .map(code -> JobOutcome.failed(code, reason.formatted(work)));
  }
}
