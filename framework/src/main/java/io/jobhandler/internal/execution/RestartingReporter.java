package io.jobhandler.internal.execution;

import io.jobhandler.ProgressReporter;

/**
 * Gives the handler its whole time again with each report.
 *
 * @param reporter takes the report
 * @param restart starts the time anew
 */
record RestartingReporter(ProgressReporter reporter, Runnable restart) implements ProgressReporter {

  @Override
  public void report(int percent) {
    restart.run();
    reporter.report(percent);
  }

  @Override
  public void report(int percent, String step) {
    restart.run();
    reporter.report(percent, step);
  }
}
