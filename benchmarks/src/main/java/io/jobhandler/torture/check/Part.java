package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method of the device's app.
 *
 * @param begin the line with which it begins
 * @param end how it ended; null where the ledger does not say
 */
record Part(LedgerLine begin, @Nullable End end) {

  /** Whether it is a handler or what goes on with its work, not what restores. */
  boolean isAttempt() {
    return begin.what() != What.CANCELLED;
  }

  int life() {
    return begin.life();
  }

  @Override
  public String toString() {
    return "%s %s of attempt %d in process %d, ended %s"
        .formatted(begin.what(), begin.value(), begin.attempt(), begin.life(), end);
  }
}
