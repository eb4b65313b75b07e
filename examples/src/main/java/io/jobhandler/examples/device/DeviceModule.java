package io.jobhandler.examples.device;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import io.jobhandler.examples.config.ConfigFile;
import io.jobhandler.examples.config.ConfigUpdateHandler;
import io.jobhandler.examples.firmware.FirmwareUpdateHandler;
import io.jobhandler.examples.firmware.FirmwareUpdateHandler_JobSteps;
import io.jobhandler.examples.firmware.FolderBootControl;
import io.jobhandler.examples.firmware.InstalledVersion;
import io.jobhandler.examples.firmware.SelfCheck;
import io.jobhandler.examples.program.DeviceProgram;
import io.jobhandler.examples.program.ServiceRestartHandler;
import io.jobhandler.examples.quickstart.BackupHandler;
import io.jobhandler.examples.quickstart.ConnectivityHandler;
import io.jobhandler.spi.BootControl;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.starter.AgentCustomizer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.util.Map;

/** What the device's handlers need. */
final class DeviceModule extends AbstractModule {
  private final DeviceFolder folder;

  /** Names the folder that the device keeps its state in. */
  DeviceModule(DeviceFolder folder) {
    this.folder = folder;
  }

  @Override
  protected void configure() {
    bind(BootControl.class).to(FolderBootControl.class);
    bind(RestartControl.class).toInstance(new SimulatedRestart(folder.bootId()));
  }

  @ProvidesIntoSet
  AgentCustomizer restarts(RestartControl control) {
    return builder -> builder.restartControl(control);
  }

  @Provides
  @Singleton
  FolderBootControl slots() throws IOException {
    return new FolderBootControl(folder.slots());
  }

  @Provides
  InstalledVersion installedVersion(FolderBootControl slots) {
    return InstalledVersion.ofActiveSlot(slots);
  }

  @Provides
  SelfCheck selfCheck(ConfigFile config) {
    return config::fault;
  }

  @Provides
  FirmwareUpdateHandler firmwareUpdate(
      BootControl boot, InstalledVersion installed, SelfCheck check, RestartControl restart) {
    return new FirmwareUpdateHandler_JobSteps(boot, installed, check, restart);
  }

  @Provides
  ConfigFile config() {
    return new ConfigFile(folder.config());
  }

  @Provides
  ConfigUpdateHandler configUpdate(ConfigFile config) {
    return new ConfigUpdateHandler(config, folder.path());
  }

  @Provides
  BackupHandler backup() throws IOException {
    return new BackupHandler(
        folder.path(), Files.createDirectories(folder.path().resolve("backup")));
  }

  @Provides
  ConnectivityHandler connectivity() {
    return new ConnectivityHandler(
        HttpClient.newHttpClient(), URI.create("https://www.example.com/"));
  }

  @Provides
  ServiceRestartHandler serviceRestart() {
    return new ServiceRestartHandler(
        Map.of("time-sync", new DeviceProgram("systemctl", "restart", "systemd-timesyncd")));
  }
}
