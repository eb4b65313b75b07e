package com.example;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;

final class ConfigHandlers {

  @JobHandler(operation = "config_update", stepTimeout = "PT10M")
  void update(JobContext context, ConfigUpdate document, @Progress ProgressReporter progress) {
    progress.report(50, document.key());
  }

  @JobHandler(operation = "config_reset")
  protected JobResult reset() {
    return JobResult.succeeded();
  }

  @JobHandler(operation = "config.check")
  public static JobResult.Failed checkWhetherTheConfigurationOfTheDeviceIsStillValid(
      ConfigUpdate document) {
    return new JobResult.Failed("CONFIG_INVALID", document.key(), java.util.Map.of());
  }
}
