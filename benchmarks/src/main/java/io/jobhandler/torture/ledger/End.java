package io.jobhandler.torture.ledger;

/** How a method of the device's app has ended, as it sees it. */
public enum End {
  /** It said that the job is done. */
  SUCCEEDED,
  /** It said that the job has failed. */
  FAILED,
  /** It threw something after which it is to be attempted again. */
  THROWN,
  /** It asked to be attempted later. */
  LATER,
  /** It asked for a reboot. */
  REBOOT,
  /** It asked for a restart of the process. */
  RESTART,
  /** It was interrupted. */
  INTERRUPTED,
  /** It has restored a valid state after a cancellation. */
  RESTORED;

  /** Whether the execution has ended with it, as far as the method is concerned. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }

  /** Whether the method wants to be attempted again in the same process. */
  public boolean asksForRetry() {
    return this == THROWN || this == LATER;
  }

  /** Whether the method wants to go on after a restart. */
  public boolean asksForRestart() {
    return this == REBOOT || this == RESTART;
  }
}
