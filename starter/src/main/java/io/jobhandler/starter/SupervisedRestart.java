package io.jobhandler.starter;

import io.jobhandler.spi.RestartControl;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves restarts to what supervises the process, which the exit code tells. */
final class SupervisedRestart implements RestartControl {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisedRestart.class);

  @Override
  public String bootId() throws IOException {
    return RestartControl.kernelBootId();
  }

  @Override
  public void reboot() {
    LOG.info("A handler asks for a reboot: the process ends with {}", ExitCode.REBOOT.code());
  }

  @Override
  public void restartProcess() {
    LOG.info("A handler asks for a restart: the process ends with {}", ExitCode.RESTART.code());
  }
}
