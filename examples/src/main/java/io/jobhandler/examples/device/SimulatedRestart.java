package io.jobhandler.examples.device;

import io.jobhandler.spi.RestartControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Restarts a device whose hardware is played by whatever supervises the process: the process ends
 * with an exit code that says what is wanted, and is started again. The supervisor writes another
 * boot id into a file before it starts the process in a new boot.
 */
public final class SimulatedRestart implements RestartControl {
  /** The process ends with it where the device is to boot anew. */
  public static final int REBOOT = 76;

  /** The process ends with it where it is to be started again in the same boot. */
  public static final int RESTART = 75;

  private final Path bootId;

  /**
   * Makes a way to restart.
   *
   * @param bootId the file with the id of the boot
   */
  public SimulatedRestart(Path bootId) {
    this.bootId = bootId;
  }

  @Override
  public String bootId() throws IOException {
    return Files.readString(bootId).strip();
  }

  /** Ends the process at once, as a reboot does: nothing is told, nothing is tidied up. */
  @Override
  public void reboot() {
    Runtime.getRuntime().halt(REBOOT);
  }

  @Override
  public void restartProcess() {
    Runtime.getRuntime().halt(RESTART);
  }
}
