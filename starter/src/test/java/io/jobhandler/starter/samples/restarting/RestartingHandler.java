package io.jobhandler.starter.samples.restarting;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import java.util.Map;

/** Asks for a restart, and goes on after it. */
public final class RestartingHandler {

  JobResult begin(String operation) {
    return operation.equals("reboot")
        ? JobResult.rebootAndContinue("before")
        : JobResult.restartAndContinue("before");
  }

  JobResult goOn(String checkpoint, JobContext context) {
    return JobResult.succeeded(
        Map.of("checkpoint", checkpoint, "cause", context.restartCause().name()));
  }
}
