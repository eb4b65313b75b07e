package io.jobhandler.examples.device;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.jobhandler.examples.config.ConfigFile;
import io.jobhandler.examples.config.ConfigUpdateHandler;
import io.jobhandler.examples.firmware.FirmwareUpdateHandler;
import io.jobhandler.examples.firmware.FolderBootControl;
import io.jobhandler.examples.firmware.InstalledVersion;
import io.jobhandler.examples.program.DeviceProgram;
import io.jobhandler.examples.program.ServiceRestartHandler;
import io.jobhandler.examples.quickstart.BackupHandler;
import io.jobhandler.spi.BootControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the device's handlers need. */
final class DeviceModule extends AbstractModule {
  private final Path state;

  /** Names the folder that the device keeps its state in. */
  DeviceModule(Path state) {
    this.state = state;
  }

  @Override
  protected void configure() {
    bind(BootControl.class).to(FolderBootControl.class);
  }

  @Provides
  @Singleton
  FolderBootControl slots() throws IOException {
    return new FolderBootControl(state.resolve("slots"));
  }

  @Provides
  InstalledVersion installedVersion(FolderBootControl slots) {
    return InstalledVersion.ofActiveSlot(slots);
  }

  @Provides
  FirmwareUpdateHandler firmwareUpdate(BootControl boot, InstalledVersion installed) {
    return new FirmwareUpdateHandler(boot, installed);
  }

  @Provides
  ConfigUpdateHandler configUpdate() {
    return new ConfigUpdateHandler(new ConfigFile(state.resolve("config.json")), state);
  }

  @Provides
  BackupHandler backup() throws IOException {
    return new BackupHandler(state, Files.createDirectories(state.resolve("backup")));
  }

  @Provides
  ServiceRestartHandler serviceRestart() {
    return new ServiceRestartHandler(
        Map.of("time-sync", new DeviceProgram("systemctl", "restart", "systemd-timesyncd")));
  }
}
