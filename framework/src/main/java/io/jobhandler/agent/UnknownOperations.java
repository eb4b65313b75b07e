package io.jobhandler.agent;

/** What becomes of a job whose operation no handler takes. */
public enum UnknownOperations {
  /** It is REJECTED with {@link io.jobhandler.ReasonCode#UNKNOWN_OPERATION}. */
  REJECT,
  /** It is left QUEUED for another agent that shares the thing's queue. */
  LEAVE
}
