package io.jobhandler;

/**
 * Tells the service how far the running job is.
 *
 * <p>Reports are coalesced: a report that brings fewer than five points more in the same step, or
 * comes sooner than ten seconds after the one before it, is kept and sent later, and the last one
 * is always sent, at the latest with the job's final status. A call returns at once, never throws
 * for what happens on the network, and costs well under a microsecond, so that handlers may report
 * as often as they like. Safe for use by several threads; after the handler has returned, calls
 * have no effect.
 *
 * <p>While a {@link Progress} step of the handler runs, percentages are those of the step; see
 * there.
 *
 * <p>Where {@link OnProgress#RESTART_STEP_TIMER} is set, each report starts the step timer anew,
 * and also one that brings no points is sent, within thirty seconds, so that the service's timer
 * goes along.
 */
public interface ProgressReporter {

  /**
   * Reports how far the job is, in the step named last.
   *
   * @param percent from 0 to 100; values outside are brought to the nearer end
   */
  void report(int percent);

  /**
   * Reports how far the job is and what it is doing.
   *
   * @param percent from 0 to 100; values outside are brought to the nearer end
   * @param step what is being done, for instance {@code "writing image"}; control characters are
   *     replaced and text over 1024 characters is cut before it is sent
   */
  void report(int percent, String step);
}
