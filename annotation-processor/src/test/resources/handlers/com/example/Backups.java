package com.example;

import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;

final class Backups {

  @JobHandler(
      operation = "backup",
      stepTimeout = "PT2M",
      onProgress = OnProgress.RESTART_STEP_TIMER)
  void backUp(@Progress ProgressReporter progress) {
    progress.report(100);
  }

  @JobHandler(operation = "restore", onProgress = OnProgress.KEEP_STEP_TIMER)
  void restore() {}

  @JobHandler(operation = "verify", onProgress = OnProgress.UNSET)
  void verify() {}
}
