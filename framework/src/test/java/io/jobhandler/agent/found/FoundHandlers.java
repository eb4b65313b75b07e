package io.jobhandler.agent.found;

import io.jobhandler.JobHandler;

/** Handlers that a scan of this package finds. */
public final class FoundHandlers {
  @JobHandler(operation = "found")
  public void handle() {}
}
