package io.jobhandler.agent;

/** The life of a {@link JobAgent}; it goes on in this order and never back. */
public enum JobAgentState {
  /** Built; nothing is connected. */
  NEW,
  /** Reads the journal and connects; tries again while the endpoint is not reachable. */
  STARTING,
  /**
   * Connected at least once; follows the queue, and connects again by itself when the link is lost.
   */
  RUNNING,
  /**
   * Begins no more jobs and waits for the running ones: it was told to end, a handler has asked for
   * a restart, or the IoT policy forbids a subscription.
   */
  DRAINING,
  /** Over; see {@link JobAgent#stopCause} and {@link JobAgent#restartKind}. */
  STOPPED
}
