package com.example;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.OnCancelled;
import io.jobhandler.OnInterrupt;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

@MapException(type = Exception.class, reasonCode = "GATEWAY")
@MapException(type = IllegalStateException.class, reasonCode = "STATE")
@MapException(type = RuntimeException.class, reasonCode = "BUG")
@MapException(type = Gateway.WornOut.class, reasonCode = "WORN_OUT")
final class Gateway {
  private static final String UPDATE = "gateway_update";

  record Slot(String name) {}

  static final class WornOut extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @JobHandler(
      operation = UPDATE,
      onInterrupt = OnInterrupt.RESUME,
      maxAttempts = 5,
      retryOn = {WornOut.class, InterruptedException.class},
      backoff = "PT30S",
      exclusive = true)
  @MapException(type = IOException.class, reasonCode = "STORAGE")
  @MapException(
      type = NoSuchFileException.class,
      status = MapException.Status.REJECTED,
      reasonCode = "NO_SUCH_SLOT")
  JobResult update(ConfigUpdate document, JobContext context) throws IOException {
    return JobResult.rebootAndContinue(new Slot(document.key()));
  }

  @AfterRestart(operation = UPDATE)
  JobResult goOn(Slot slot, @Progress ProgressReporter progress, JobContext context) {
    return JobResult.succeeded();
  }

  @OnCancelled(operation = UPDATE)
  void undo(JobContext context, Slot slot) {}

  @JobHandler(operation = "gateway_restart", onInterrupt = OnInterrupt.RERUN, retryOn = {})
  JobResult restart() {
    return JobResult.restartAndContinue(new Slot("b"));
  }

  @AfterRestart(operation = "gateway_restart")
  static void restarted() {}

  @OnCancelled(operation = "gateway_restart")
  static void putEverythingBackAsItWasBeforeTheGatewayWasToldToRestartIt(JobContext context) {}

  @JobHandler(operation = "gateway_scan", maxAttempts = 0, backoff = "", exclusive = false)
  void scan() {}
}
