package io.jobhandler.starter.samples.timed;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import java.util.Map;

/** Tells how long its methods may take, in minutes. */
final class TimedHandler {
  @JobHandler(operation = "both", stepTimeout = "PT20M")
  JobResult both(JobContext context) {
    return minutes(context);
  }

  @JobHandler(operation = "annotated", stepTimeout = "PT20M")
  JobResult annotated(JobContext context) {
    return minutes(context);
  }

  @JobHandler(operation = "neither")
  JobResult neither(JobContext context) {
    return minutes(context);
  }

  private static JobResult minutes(JobContext context) {
    return JobResult.succeeded(
        Map.of("minutes", String.valueOf(context.remainingTime().toMinutes() + 1)));
  }
}
