package io.jobhandler.examples.program;

/** A program ended without success. */
public final class ProgramFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells of the failure.
   *
   * @param how how it ended
   * @param output the end of what it has written
   */
  public ProgramFailedException(String how, String output) {
    super(output.isEmpty() ? how : how + ": " + output);
  }
}
