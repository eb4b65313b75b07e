package io.jobhandler.internal.execution;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.JobOutcome;
import org.jspecify.annotations.Nullable;

/** Why work for a job is interrupted. */
public enum StopReason {
  /** Its step timeout has passed. */
  DEADLINE(ReasonCode.STEP_TIMEOUT, "%s did not end within its step timeout"),
  /** The job was cancelled, deleted or timed out in the cloud. */
  GONE(null, ""),
  /** The agent is being closed, and the job ends with it. */
  CLOSING(ReasonCode.INTERRUPTED, "the agent was closed while %s was running"),
  /** The agent is being closed, and the job goes on when it is started again. */
  CUT_OFF(null, "");

  private final @Nullable String reasonCode;
  private final String reason;

  StopReason(@Nullable String reasonCode, String reason) {
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  /**
   * What the attempt comes to, whatever the work came to when it was interrupted.
   *
   * @param work what was interrupted, for people
   * @return how the attempt has ended
   */
  public AttemptEnd end(String work) {
    if (reasonCode != null) {
      return new AttemptEnd.Ended(JobOutcome.failed(reasonCode, reason.formatted(work)));
    }
    return this == CUT_OFF ? new AttemptEnd.CutOff() : new AttemptEnd.Gone();
  }
}
