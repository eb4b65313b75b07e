package io.jobhandler.internal.discovery.sample;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;

/** Found by scanning. */
public class PlainHandlers {
  @JobHandler(operation = "plain")
  public JobResult plain() {
    return JobResult.succeeded();
  }
}
