package io.jobhandler.agent;

import io.jobhandler.spi.RestartControl;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the app names no way to restart: the agent stops, and whatever supervises the process
 * starts it again. That is a restart of the process, and no reboot.
 */
final class KernelRestartControl implements RestartControl {
  private static final Logger LOG = LoggerFactory.getLogger(KernelRestartControl.class);

  @Override
  public String bootId() throws IOException {
    return RestartControl.kernelBootId();
  }

  @Override
  public void reboot() {
    LOG.error(
        "A handler asks for a reboot, and nothing can make one: set a RestartControl on the"
            + " JobAgentBuilder. The agent stops");
  }

  @Override
  public void restartProcess() {
    LOG.info("A handler asks for a restart of the process: the agent stops");
  }
}
