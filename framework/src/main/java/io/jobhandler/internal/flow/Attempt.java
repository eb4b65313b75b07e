package io.jobhandler.internal.flow;

import io.jobhandler.RestartCause;

/**
 * One start of a handler for an execution.
 *
 * @param number 1 for the first, see {@link io.jobhandler.journal.JournalEntry#attempt}
 * @param cause what came before it
 * @param afterRestart whether the {@link io.jobhandler.AfterRestart} method is called in place of
 *     the handler
 */
public record Attempt(int number, RestartCause cause, boolean afterRestart) {

  /** The first attempt of an execution. */
  public static final Attempt FIRST = new Attempt(1, RestartCause.NONE, false);
}
