package io.jobhandler.starter.samples.restarting;

import com.google.inject.AbstractModule;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.starter.JobHandlerApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An app that restarts its device itself, whose boot is a file in the working directory. */
public final class RestartingApp {
  private RestartingApp() {}

  public static void main(String[] args) {
    System.exit(JobHandlerApp.run(args, new BootModule()).code());
  }

  private static final class BootModule extends AbstractModule {
    @Override
    protected void configure() {
      bind(RestartControl.class).to(BootFile.class);
    }
  }

  /** Every boot writes another line. */
  static final class BootFile implements RestartControl {
    private static final Path BOOT = Path.of("boot");

    @Override
    public String bootId() throws IOException {
      return Files.readString(BOOT);
    }

    @Override
    public void reboot() throws IOException {
      Files.writeString(BOOT, "the next boot");
    }

    @Override
    public void restartProcess() {
      throw new AssertionError("nobody asks for it");
    }
  }
}
