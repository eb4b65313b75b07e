package io.jobhandler.localjobs;

/** The status of a job as a whole. */
public enum JobStatus {
  /** At least one execution has not ended. */
  IN_PROGRESS,
  /** Cancelled; executions that were in progress may still end. */
  CANCELED,
  /** All executions have ended. */
  COMPLETED
}
