package io.jobhandler.torture.device;

import io.jobhandler.spi.RestartControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The boot is what a file says. The process ends with a code that tells whoever has started it what
 * is to be done.
 */
public final class DeviceRestarts implements RestartControl {
  /** The exit code that asks for a reboot. */
  public static final int REBOOT = 75;

  /** The exit code that asks for another process. */
  public static final int RESTART = 76;

  private static final int NOTHING_ASKED = 1;

  private final Path bootFile;
  private volatile int exitCode = NOTHING_ASKED;

  DeviceRestarts(Path bootFile) {
    this.bootFile = bootFile;
  }

  @Override
  public String bootId() throws IOException {
    return Files.readString(bootFile);
  }

  @Override
  public void reboot() {
    exitCode = REBOOT;
  }

  @Override
  public void restartProcess() {
    exitCode = RESTART;
  }

  int exitCode() {
    return exitCode;
  }
}
