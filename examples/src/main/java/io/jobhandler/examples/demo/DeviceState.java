package io.jobhandler.examples.demo;

import io.jobhandler.examples.config.ConfigFile;
import io.jobhandler.examples.device.DeviceFolder;
import io.jobhandler.examples.firmware.FolderBootControl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the jobs have left on the device. */
record DeviceState(DeviceFolder folder) {
  private static final Duration ROLL_BACK_LIMIT = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_MILLIS = 100;

  /** Looks at the device's files, byte by byte. */
  boolean isAsExpected(DemoJobs jobs, int boots, PrintStream out)
      throws IOException, InterruptedException {
    int version = configVersion();
    out.printf("%nThe device's configuration has version %d.%n", version);
    FolderBootControl slots = new FolderBootControl(folder.slots());
    Path running = slots.image(slots.activeSlot());
    boolean sameImage = Files.exists(running) && Files.mismatch(running, jobs.image()) < 0;
    out.printf(
        "Slot %s is active, its %d bytes %s those that were published.%n",
        slots.activeSlot(), Files.size(running), sameImage ? "are" : "are NOT");
    boolean confirmed = !slots.isOnTrial() && slots.nextSlot().equals(slots.activeSlot());
    out.printf("It is %s for good, after %d boots.%n%n", confirmed ? "kept" : "NOT kept", boots);
    return version == DemoJobs.CONFIG_VERSION && sameImage && confirmed && boots == DemoJobs.BOOTS;
  }

  /** The change that was cancelled last is taken back after its job has ended. */
  private int configVersion() throws IOException, InterruptedException {
    ConfigFile file = new ConfigFile(folder.config());
    long limit = System.nanoTime() + ROLL_BACK_LIMIT.toNanos();
    int version = file.read().version();
    while (version != DemoJobs.CONFIG_VERSION && System.nanoTime() < limit) {
      Thread.sleep(LOOK_EVERY_MILLIS);
      version = file.read().version();
    }
    return version;
  }
}
