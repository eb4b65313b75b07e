package io.jobhandler.internal.execution;

/** Stands for something thrown that throws itself when it is asked for its message. */
final class UnreadableFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableFailureException(Class<?> thrown) {
    super(thrown.getName() + " fails when it is asked for its message");
  }
}
