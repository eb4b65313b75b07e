package io.jobhandler.internal.discovery.sample;

import io.jobhandler.JobHandler;

/** Found by scanning although nothing of it is public. */
@SuppressWarnings("UnusedMethod") // called by reflection
final class HiddenHandlers {
  @JobHandler(operation = "hidden")
  private void hidden() {}
}
