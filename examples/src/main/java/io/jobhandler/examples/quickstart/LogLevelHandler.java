package io.jobhandler.examples.quickstart;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The handler that the README shows. */
public final class LogLevelHandler {
  record SetLogLevel(String logger, String level) {}

  @JobHandler(operation = "set_log_level", stepTimeout = "PT10S")
  JobResult set(SetLogLevel document, @Progress ProgressReporter progress) {
    Logger.getLogger(document.logger()).setLevel(Level.parse(document.level()));
    progress.report(100, "level set");
    return JobResult.succeeded(Map.of("level", document.level()));
  }
}
