package io.jobhandler.examples.steps;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import jakarta.inject.Inject;
import java.util.Map;

/** A handler with steps, which has what it needs injected. */
class RinseHandler {
  private final Turns turns;

  @Inject
  RinseHandler(Turns turns) {
    this.turns = turns;
  }

  /** Restarts its timer, since each report is sent then, however busy the connection is. */
  @JobHandler(operation = "rinse", onProgress = OnProgress.RESTART_STEP_TIMER)
  JobResult run(@Progress ProgressReporter progress) throws InterruptedException {
    openValve();
    rinse(progress);
    turns.await();
    return JobResult.succeeded(Map.of("valve", "left"));
  }

  @Progress(weight = 40)
  void openValve() throws InterruptedException {
    turns.await();
  }

  @Progress(weight = 40)
  void rinse(ProgressReporter progress) throws InterruptedException {
    turns.await();
    progress.report(50);
    turns.await();
  }
}
