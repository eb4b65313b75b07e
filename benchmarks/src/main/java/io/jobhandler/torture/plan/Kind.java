package io.jobhandler.torture.plan;

import static io.jobhandler.OnInterrupt.FAIL;
import static io.jobhandler.OnInterrupt.RERUN;
import static io.jobhandler.OnInterrupt.RESUME;
import static io.jobhandler.torture.plan.Operations.FEW_ATTEMPTS;
import static io.jobhandler.torture.plan.Operations.MANY_ATTEMPTS;
import static io.jobhandler.torture.plan.Operations.SOME_ATTEMPTS;

import io.jobhandler.OnInterrupt;

/** The kinds of jobs, and what the annotations of their handlers promise. */
public enum Kind {
  /** Does its work, and may not be run twice. */
  STRICT(Operations.STRICT, FAIL, SOME_ATTEMPTS),
  /** Does its work in durable steps. */
  STEPS(Operations.STEPS, RERUN, MANY_ATTEMPTS),
  /** Goes on from its checkpoint. */
  RESUMED(Operations.RESUME, RESUME, MANY_ATTEMPTS),
  /** Asks for a restart of the process. */
  RESTART(Operations.RESTART, FAIL, SOME_ATTEMPTS),
  /** Asks for a reboot, and runs alone. */
  REBOOT(Operations.REBOOT, RESUME, MANY_ATTEMPTS),
  /** Runs alone. */
  EXCLUSIVE(Operations.EXCLUSIVE, RERUN, SOME_ATTEMPTS),
  /** Throws what it is attempted again after, as often as its document says. */
  FLAKY(Operations.FLAKY, RERUN, MANY_ATTEMPTS),
  /** Asks to be attempted later, as often as its document says. */
  LATER(Operations.LATER, FAIL, SOME_ATTEMPTS),
  /** Fails. */
  BROKEN(Operations.BROKEN, RERUN, FEW_ATTEMPTS),
  /** Takes its time, and has few attempts. */
  CAPPED(Operations.CAPPED, RERUN, FEW_ATTEMPTS),
  /** Is cancelled while it runs, or waits to run again. */
  CANCELLED(Operations.CANCELLED, RERUN, SOME_ATTEMPTS),
  /** Is cancelled while it runs, and may not be run twice. */
  UNDONE(Operations.UNDONE, FAIL, SOME_ATTEMPTS),
  /** Has an operation that the device does not know. */
  UNKNOWN("unheard-of", FAIL, 0),
  /** Has a document that is none of its handler's. */
  MALFORMED(Operations.STRICT, FAIL, 0);

  private final String operation;
  private final OnInterrupt onInterrupt;
  private final int maxAttempts;

  Kind(String operation, OnInterrupt onInterrupt, int maxAttempts) {
    this.operation = operation;
    this.onInterrupt = onInterrupt;
    this.maxAttempts = maxAttempts;
  }

  /** What the document asks for. */
  public String operation() {
    return operation;
  }

  /** Whether a handler that was cut off may be started again. */
  public boolean mayRunAgain() {
    return onInterrupt != FAIL;
  }

  /** How many attempts may be cut off or fail. */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** Whether it runs alone. */
  public boolean isExclusive() {
    return this == REBOOT || this == EXCLUSIVE;
  }

  /** Whether it asks for a restart, which cuts off others. */
  public boolean asksForRestart() {
    return this == RESTART || this == REBOOT;
  }

  /** Whether it is cancelled in the service. */
  public boolean isCancelled() {
    return this == CANCELLED || this == UNDONE;
  }

  /** Whether the device must refuse it. */
  public boolean isRefused() {
    return this == UNKNOWN || this == MALFORMED;
  }
}
