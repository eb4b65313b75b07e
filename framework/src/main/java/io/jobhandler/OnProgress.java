package io.jobhandler;

/**
 * What a report to the {@link ProgressReporter} does to the step timer of the handler that reports.
 */
public enum OnProgress {
  /** Nothing is said: the configuration leaves it to the annotation, which keeps the timer. */
  UNSET,
  /** The handler has one step timeout, however often it reports. */
  KEEP_STEP_TIMER,
  /** The handler has a whole step timeout from its last report on. */
  RESTART_STEP_TIMER
}
