package io.jobhandler.starter.samples.restarting;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import java.util.Map;

/** Asks for a restart, and goes on after it. */
final class RestartingHandler {
  record Checkpoint(String text) {}

  @JobHandler(operation = "reboot")
  JobResult reboot() {
    return JobResult.rebootAndContinue(new Checkpoint("before"));
  }

  @AfterRestart(operation = "reboot")
  JobResult afterReboot(Checkpoint checkpoint, JobContext context) {
    return end(checkpoint, context);
  }

  @JobHandler(operation = "restart")
  JobResult restart() {
    return JobResult.restartAndContinue(new Checkpoint("before"));
  }

  @AfterRestart(operation = "restart")
  JobResult afterRestart(Checkpoint checkpoint, JobContext context) {
    return end(checkpoint, context);
  }

  private static JobResult end(Checkpoint checkpoint, JobContext context) {
    return JobResult.succeeded(
        Map.of("checkpoint", checkpoint.text(), "cause", context.restartCause().name()));
  }
}
