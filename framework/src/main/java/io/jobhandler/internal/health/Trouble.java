package io.jobhandler.internal.health;

import java.time.Duration;

/** What can be wrong with an agent. */
public enum Trouble {
  /** A handler, a download or a method for a cancelled job ignores its interruption. */
  HANDLER_STUCK,
  /** There was no thread for a handler, a download or a method for a cancelled job. */
  NO_THREAD,
  /** The queue keeps a place for a job that nobody works on. */
  PERMIT_LEAKED,
  /** The agent's own thread does not answer. */
  LOOP_STUCK,
  /** The thing is not connected, or not subscribed. */
  OFFLINE,
  /** A job has ended, and the service has not accepted that yet, which takes a moment. */
  END_NOT_REPORTED(Duration.ofSeconds(10)),
  /** The journal could not be read or written. */
  JOURNAL_FAILING,
  /** The journal has entries that cannot be read. */
  JOURNAL_UNREADABLE,
  /** The IoT policy forbids a subscription. */
  SUBSCRIPTION_REFUSED;

  private final Duration patience;

  Trouble() {
    this(Duration.ZERO);
  }

  Trouble(Duration patience) {
    this.patience = patience;
  }

  /** How long it may last before anybody is told. */
  Duration patience() {
    return patience;
  }
}
