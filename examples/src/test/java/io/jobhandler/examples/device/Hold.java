package io.jobhandler.examples.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Points at which a device app stands still, so that a test can end its process exactly there. The
 * point is named in a file of the device's folder; another file tells that it was reached.
 */
public record Hold(DeviceFolder folder) {

  /** Where an app stands still. */
  public enum Point {
    /** Half of the image is written. */
    WRITING,
    /** The image is written, and not activated. */
    WRITTEN,
    /** The image is activated; the journal does not know yet. */
    ACTIVATED,
    /** The journal knows that a reboot is asked for. */
    REBOOTING,
    /** The device has rebooted; the image is looked at, and not confirmed. */
    CHECKED,
    /** The image is confirmed; the journal does not know yet. */
    CONFIRMED
  }

  /** Has the app stand still at a point. */
  public void at(Point point) throws IOException {
    Files.writeString(file(), point.name());
  }

  /** Lets the app pass. */
  public void release() throws IOException {
    Files.deleteIfExists(file());
    Files.deleteIfExists(reached());
  }

  /** Whether the app stands still. */
  public boolean isReached() {
    return Files.exists(reached());
  }

  /** Called by the app at a point; comes back only where the point is not held. */
  void pass(Point point) throws IOException {
    if (!Files.exists(file()) || !Files.readString(file()).equals(point.name())) {
      return;
    }
    Files.createFile(reached());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at " + point, e);
    }
  }

  private Path file() {
    return folder.path().resolve("hold");
  }

  private Path reached() {
    return folder.path().resolve("held");
  }
}
