package io.jobhandler.examples.demo;

import io.jobhandler.examples.device.DeviceFolder;
import io.jobhandler.examples.firmware.FolderBootLoader;
import java.io.IOException;

/** A device that is switched on: its boot loader, and the process of its app. For one thread. */
final class BootedDevice {
  private final Class<?> main;
  private final DeviceFolder folder;
  private final FolderBootLoader loader;
  private DeviceProcess app;
  private int boots;

  /**
   * Switches a device on.
   *
   * @param main the app's main class
   * @param folder the device's folder, with its configuration
   */
  BootedDevice(Class<?> main, DeviceFolder folder) throws IOException {
    this.main = main;
    this.folder = folder;
    this.loader = new FolderBootLoader(folder.slots(), folder.bootId());
    this.app = bootApp();
  }

  private DeviceProcess bootApp() throws IOException {
    loader.boot();
    boots++;
    return DeviceProcess.start(main, folder.path());
  }

  /** Boots anew; the app has ended. */
  void boot() throws IOException {
    app = bootApp();
  }

  /** Starts the app again in the same boot; it has ended. */
  void startAgain() throws IOException {
    app = DeviceProcess.start(main, folder.path());
  }

  /** The app that was started last. */
  DeviceProcess app() {
    return app;
  }

  /** How often the device has booted. */
  int boots() {
    return boots;
  }
}
