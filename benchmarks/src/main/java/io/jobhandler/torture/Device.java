package io.jobhandler.torture;

import io.jobhandler.torture.device.DeviceRestarts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The device: what survives its processes.
 *
 * @param thing its name
 * @param directory its journal, and which boot this is
 */
record Device(String thing, Path directory) {

  static Device make(Path directory, String thing) throws IOException {
    Device device = new Device(thing, directory.resolve(thing));
    Files.createDirectories(device.directory);
    device.boot();
    return device;
  }

  Path journal() {
    return directory.resolve("journal");
  }

  Path bootFile() {
    return directory.resolve("boot-id");
  }

  /** Another boot, as {@link DeviceRestarts} sees it. Nothing of the device may run. */
  void boot() throws IOException {
    Files.writeString(bootFile(), UUID.randomUUID().toString());
  }
}
