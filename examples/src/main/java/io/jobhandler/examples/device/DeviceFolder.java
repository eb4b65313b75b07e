package io.jobhandler.examples.device;

import java.nio.file.Path;

/**
 * Where the device keeps what it must remember.
 *
 * @param path the folder
 */
public record DeviceFolder(Path path) {

  /**
   * The folder of the two slots for firmware.
   *
   * @return a path below this folder
   */
  public Path slots() {
    return path.resolve("slots");
  }

  /**
   * The file with the id of the boot, which whatever supervises the process writes.
   *
   * @return a path below this folder
   */
  public Path bootId() {
    return path.resolve("boot_id");
  }

  /**
   * The file with the configuration that jobs change.
   *
   * @return a path below this folder
   */
  public Path config() {
    return path.resolve("config.json");
  }
}
