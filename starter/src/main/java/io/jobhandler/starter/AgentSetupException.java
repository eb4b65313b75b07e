package io.jobhandler.starter;

/** The agent cannot be made: its handlers, its modules or its journal are not as they must be. */
final class AgentSetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AgentSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
