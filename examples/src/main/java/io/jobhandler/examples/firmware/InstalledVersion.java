package io.jobhandler.examples.firmware;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the version of the firmware that runs. */
@FunctionalInterface
public interface InstalledVersion {

  /**
   * The version in the active slot.
   *
   * @return the version; 0 where the slot was never written
   * @throws IOException if it cannot be told
   */
  int version() throws IOException;

  /**
   * Reads it from the image itself.
   *
   * @param slots where the images are
   * @return the version of the active slot's image
   */
  static InstalledVersion ofActiveSlot(FolderBootControl slots) {
    return () -> versionOf(slots.image(slots.activeSlot()));
  }

  private static int versionOf(Path image) throws IOException {
    if (!Files.exists(image)) {
      return 0;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(image))) {
      return FirmwareImage.version(in);
    }
  }
}
