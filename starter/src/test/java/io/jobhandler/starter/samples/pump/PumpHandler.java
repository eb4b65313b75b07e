package io.jobhandler.starter.samples.pump;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import jakarta.inject.Inject;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A handler with a collaborator. */
final class PumpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PumpHandler.class);

  private final Pump pump;

  @Inject
  PumpHandler(Pump pump) {
    this.pump = pump;
  }

  @JobHandler(operation = "pump")
  JobResult pump(@Progress ProgressReporter progress) {
    progress.report(50, "pumping");
    LOG.info("Pumping");
    return JobResult.succeeded(Map.of("pumped", pump.run()));
  }
}
