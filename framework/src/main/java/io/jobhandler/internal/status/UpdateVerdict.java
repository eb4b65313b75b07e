package io.jobhandler.internal.status;

/** What became of an update. */
public enum UpdateVerdict {
  /** It is stored. */
  ACCEPTED,
  /** The execution has ended or is gone: cancelled, deleted or timed out in the cloud. */
  GONE,
  /** Somebody else has changed the execution since. */
  FOREIGN,
  /**
   * The service does not allow this status from the stored one, and the execution is still ours.
   */
  TRANSITION_REFUSED,
  /** The service does not take the request as it is, and will not later. */
  INVALID,
  /** It is not known whether it is stored; the same update may be sent again. */
  UNDELIVERED
}
