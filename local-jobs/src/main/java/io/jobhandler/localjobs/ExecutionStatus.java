package io.jobhandler.localjobs;

/** The status of a job execution, in the words of the service. */
public enum ExecutionStatus {
  /** Waits for the device. */
  QUEUED,
  /** The device has begun. */
  IN_PROGRESS,
  /** The device reported failure. */
  FAILED,
  /** The device reported success. */
  SUCCEEDED,
  /** Cancelled through the service. */
  CANCELED,
  /** The step timer or the in-progress timer expired. */
  TIMED_OUT,
  /** The device refused the job. */
  REJECTED,
  /** The thing is no longer a target of the job. */
  REMOVED;

  /**
   * Tells whether an execution in this status has ended for good.
   *
   * @return true for every status but QUEUED and IN_PROGRESS
   */
  public boolean isTerminal() {
    return this != QUEUED && this != IN_PROGRESS;
  }

  /**
   * Tells whether the service may execute the job again after this status.
   *
   * @return true for FAILED and TIMED_OUT
   */
  public boolean isRetryable() {
    return this == FAILED || this == TIMED_OUT;
  }
}
