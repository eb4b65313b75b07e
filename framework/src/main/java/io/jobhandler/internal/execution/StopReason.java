package io.jobhandler.internal.execution;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a handler is interrupted. */
public enum StopReason {
  /** Its step timeout has passed. */
  DEADLINE(ReasonCode.STEP_TIMEOUT, "the handler did not end within its step timeout"),
  /** The job was cancelled, deleted or timed out in the cloud. */
  GONE(null, ""),
  /** The agent is being closed. */
  CLOSING(ReasonCode.INTERRUPTED, "the agent was closed while the handler was running");

  private final @Nullable String reasonCode;
  private final String reason;

  StopReason(@Nullable String reasonCode, String reason) {
    this.reasonCode = reasonCode;
    this.reason = reason;
  }

  /** What is reported of the job, whatever the handler did when it was interrupted. */
  Optional<JobOutcome> outcome() {
    return Optional.ofNullable(reasonCode).map(code -> JobOutcome.failed(code, reason));
  }
}
