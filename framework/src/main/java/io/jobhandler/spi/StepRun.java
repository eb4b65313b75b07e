package io.jobhandler.spi;

/** One run of a {@link ProgressStep}, for the thread that has begun it. */
public interface StepRun {
  /** A run that nothing is reported of. */
  StepRun OUTSIDE =
      new StepRun() {
        @Override
        public void done() {
          // There is no job.
        }

        @Override
        public void end() {
          // There is no job.
        }
      };

  /** Says that the step was done, so that its end counts. Called once, at most. */
  void done();

  /** Ends the run: reports what the step is worth if it was done. Called once, always. */
  void end();
}
