package io.jobhandler.examples.device;

import io.jobhandler.starter.JobHandlerApp;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A device that takes its jobs from AWS IoT: the starter reads {@code jobhandler.properties},
 * connects, and drains on SIGTERM; this only says what the handlers need.
 */
public final class DeviceApp {
  private DeviceApp() {}

  /**
   * Runs until the process is told to end.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    Path state = Path.of(Objects.requireNonNullElse(System.getenv("DEVICE_STATE"), "state"));
    System.exit(JobHandlerApp.run(args, new DeviceModule(new DeviceFolder(state))).code());
  }
}
