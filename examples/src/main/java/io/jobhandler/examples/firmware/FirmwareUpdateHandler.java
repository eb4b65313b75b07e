package io.jobhandler.examples.firmware;

import io.jobhandler.JobHandler;
import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.Payload;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.spi.BootControl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Installs firmware into the inactive slot and has the device start from it. The image was
 * downloaded and its signature verified before this is called.
 */
public final class FirmwareUpdateHandler {
  private final BootControl boot;
  private final InstalledVersion installed;

  /**
   * Makes a handler.
   *
   * @param boot the device's slots
   * @param installed tells the version that runs
   */
  public FirmwareUpdateHandler(BootControl boot, InstalledVersion installed) {
    this.boot = boot;
    this.installed = installed;
  }

  /** Called for each job with the operation {@code firmware_update}. */
  @JobHandler(operation = "firmware_update", stepTimeout = "PT10M")
  JobResult install(
      FirmwareUpdate update,
      @Payload(anchor = "firmware") VerifiedPayload image,
      @Progress ProgressReporter progress)
      throws IOException {
    refuseOlder(update);
    requireVersion(update, image);
    try (InputStream bytes = image.open();
        InputStream counted =
            new ReportingStream(
                bytes, done -> progress.report((int) (90 * done / image.size()), "write"))) {
      boot.write(counted);
    }
    progress.report(90, "activate");
    boot.activate();
    progress.report(100, "activate");
    return JobResult.succeeded(Map.of("version", "" + update.version(), "slot", boot.activeSlot()));
  }

  private void refuseOlder(FirmwareUpdate update) throws IOException {
    int current = installed.version();
    if (update.version() <= current) {
      throw new JobRejectedException(
          "VERSION_NOT_NEWER",
          "version %d is not newer than %d".formatted(update.version(), current));
    }
  }

  /** The document is not signed, the image is: its own word counts. */
  private static void requireVersion(FirmwareUpdate update, VerifiedPayload image)
      throws IOException {
    try (InputStream bytes = new BufferedInputStream(image.open())) {
      int version = FirmwareImage.version(bytes);
      if (version != update.version()) {
        throw new IOException(
            "the image has version %d, and the document says %d"
                .formatted(version, update.version()));
      }
    }
  }
}
