package io.jobhandler;

/**
 * Something that had to survive a loss of power could not be stored: the disk is full, or broken.
 * What was to be done on the strength of it must not be done. Left alone, it ends the execution
 * FAILED.
 */
public final class NotDurableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param what what could not be stored, for people
   * @param cause why
   */
  public NotDurableException(String what, Throwable cause) {
    super(what, cause);
  }
}
