package io.jobhandler.examples.device;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.util.Modules;
import io.jobhandler.examples.config.ConfigFile;
import io.jobhandler.examples.device.Hold.Point;
import io.jobhandler.examples.firmware.FolderBootControl;
import io.jobhandler.examples.firmware.SelfCheck;
import io.jobhandler.spi.BootControl;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.starter.JobHandlerApp;
import java.io.IOException;
import java.nio.file.Path;

/** The device app, which stands still where a test says so. */
public final class HeldDeviceApp {
  private HeldDeviceApp() {}

  public static void main(String[] args) {
    DeviceFolder folder = new DeviceFolder(Path.of(System.getenv("DEVICE_STATE")));
    Module module =
        Modules.override(new DeviceModule(folder)).with(new HeldModule(new Hold(folder)));
    System.exit(JobHandlerApp.run(args, module).code());
  }

  private static final class HeldModule extends AbstractModule {
    private final Hold hold;

    HeldModule(Hold hold) {
      this.hold = hold;
    }

    @Provides
    BootControl slots(FolderBootControl slots) {
      return new HeldBootControl(slots, hold);
    }

    @Provides
    SelfCheck selfCheck(ConfigFile config) {
      return () -> {
        hold.pass(Point.CHECKED);
        return config.fault();
      };
    }

    @Provides
    RestartControl restart() {
      return new HeldRestart(new SimulatedRestart(hold.folder().bootId()), hold);
    }
  }

  private record HeldRestart(RestartControl restart, Hold hold) implements RestartControl {
    @Override
    public String bootId() throws IOException {
      return restart.bootId();
    }

    @Override
    public void reboot() throws IOException {
      hold.pass(Point.REBOOTING);
      restart.reboot();
    }

    @Override
    public void restartProcess() throws IOException {
      restart.restartProcess();
    }
  }
}
