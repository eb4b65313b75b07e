package io.jobhandler;

/**
 * What becomes of an execution whose handler was cut off: by a loss of power, a crash, or the end
 * of the agent's process.
 */
public enum OnInterrupt {
  /** Nothing is said: the configuration leaves it to the annotation, which means {@link #FAIL}. */
  UNSET,
  /**
   * The execution ends FAILED, {@code INTERRUPTED}. For handlers that may not be run twice; the
   * safe default.
   */
  FAIL,
  /**
   * What was cut off is run again from its start, as another attempt. For handlers that may be run
   * twice, or whose work is in durable {@linkplain JobContext#step steps}.
   */
  RERUN,
  /**
   * The {@link AfterRestart} method of the operation goes on from the last {@linkplain
   * JobContext#checkpoint checkpoint}, as another attempt; without a checkpoint the handler is run
   * again.
   */
  RESUME
}
