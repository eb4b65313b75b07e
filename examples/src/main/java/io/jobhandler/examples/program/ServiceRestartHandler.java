package io.jobhandler.examples.program;

import io.jobhandler.JobHandler;
import io.jobhandler.JobRejectedException;
import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import java.io.IOException;
import java.util.Map;

/**
 * Restarts one of the device's services. A job names the service and nothing else: which program
 * runs for it is the device's own affair, or whoever may create jobs could run anything here.
 */
public final class ServiceRestartHandler {
  private final Map<String, DeviceProgram> programs;

  /**
   * Makes a handler.
   *
   * @param programs what restarts a service, by the service's name
   */
  public ServiceRestartHandler(Map<String, DeviceProgram> programs) {
    this.programs = Map.copyOf(programs);
  }

  @JobHandler(operation = "service_restart", stepTimeout = "PT1M", onInterrupt = OnInterrupt.RERUN)
  @MapException(type = ProgramFailedException.class, reasonCode = "PROGRAM_FAILED")
  void restart(ServiceRestart document) throws IOException, InterruptedException {
    DeviceProgram program = programs.get(document.service());
    if (program == null) {
      throw new JobRejectedException(
          "UNKNOWN_SERVICE",
          "'%s' is none of the services that can be restarted".formatted(document.service()));
    }
    program.run();
  }
}
