package io.jobhandler.jobs;

/**
 * The status of a job execution, as the service names it.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/iot-jobs-lifecycle.html">Jobs
 *     and job execution states</a>
 */
public enum JobStatus {
  /** Waiting for the device. */
  QUEUED,
  /** Begun by the device. */
  IN_PROGRESS,
  /** Tried without success. */
  FAILED,
  /** Done. */
  SUCCEEDED,
  /** Cancelled in the cloud. */
  CANCELED,
  /** Ended by the service because a timer ran out. */
  TIMED_OUT,
  /** Refused by the device. */
  REJECTED,
  /** The thing left the job's targets. */
  REMOVED,
  /** A status that this version does not know; never sent. */
  UNKNOWN;

  /**
   * Whether an execution in this status can change no more.
   *
   * @return false for {@link #QUEUED}, {@link #IN_PROGRESS} and {@link #UNKNOWN}
   */
  public boolean isTerminal() {
    return this != QUEUED && this != IN_PROGRESS && this != UNKNOWN;
  }
}
