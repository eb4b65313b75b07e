package io.jobhandler.examples.firmware;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.OnCancelled;
import io.jobhandler.OnInterrupt;
import io.jobhandler.Payload;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RestartCause;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.spi.BootControl;
import io.jobhandler.spi.RestartControl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Installs firmware into the inactive slot, has the device start from it, and keeps it when the
 * device does what it is for. The image was downloaded and its signature verified before this is
 * called.
 *
 * <p>The power may go at any point. A checkpoint is stored only for what was activated, so that:
 *
 * <table>
 * <caption>What becomes of an update that is cut off</caption>
 * <tr><th>when</th><th>then</th></tr>
 * <tr><td>until the slot is activated</td><td>the slot that runs is as it was: {@link #install} is
 * called again, and writes the other one anew</td></tr>
 * <tr><td>activated, and no checkpoint yet</td><td>after a boot the image runs on trial, and {@link
 * #install}, called again, looks at it as {@link #confirm} does; where only the process has
 * restarted, it takes the activation back and begins anew</td></tr>
 * <tr><td>checkpoint stored, and the reboot not asked for yet</td><td>{@link #confirm} is called;
 * where only the process has restarted, it asks for the reboot</td></tr>
 * <tr><td>the reboot is asked for</td><td>that was the reboot; where only the process has
 * restarted, the agent asks for it again</td></tr>
 * <tr><td>{@link #confirm} throws, or takes too long</td><td>FAILED, and the image is on trial until
 * the next boot, at which the boot loader goes back</td></tr>
 * <tr><td>the image does not start, or runs and is not confirmed yet</td><td>the boot loader goes
 * back, and {@link #confirm} finds another slot: ROLLED_BACK</td></tr>
 * <tr><td>confirmed, and not reported</td><td>{@link #confirm} is called again, and confirms what
 * is confirmed</td></tr>
 * </table>
 */
public class FirmwareUpdateHandler {
  private final BootControl boot;
  private final InstalledVersion installed;
  private final SelfCheck check;
  private final RestartControl restart;

  /**
   * Makes a handler.
   *
   * @param boot the device's slots
   * @param installed tells the version that runs
   * @param check tells whether the device does what it is for
   * @param restart reboots the device where nothing waits for that
   */
  public FirmwareUpdateHandler(
      BootControl boot, InstalledVersion installed, SelfCheck check, RestartControl restart) {
    this.boot = boot;
    this.installed = installed;
    this.check = check;
    this.restart = restart;
  }

  /** Called for each job with the operation {@code firmware_update}. */
  @JobHandler(
      operation = "firmware_update",
      stepTimeout = "PT10M",
      onInterrupt = OnInterrupt.RESUME,
      exclusive = true)
  JobResult install(
      FirmwareUpdate update,
      @Payload(anchor = "firmware") VerifiedPayload image,
      @Progress ProgressReporter progress,
      JobContext context)
      throws IOException {
    if (boot.isOnTrial() && installed.version() == update.version()) {
      return confirm(new Installed(update.version(), boot.activeSlot()), context);
    }
    boot.rollBack();
    refuseOlder(update);
    requireVersion(update, image);
    write(image, progress);
    Installed next = new Installed(update.version(), boot.inactiveSlot());
    return context.shielded(() -> activate(next, context));
  }

  /** An interruption that has come meanwhile ends the job without its reboot. */
  @Progress(weight = 4)
  JobResult activate(Installed next, JobContext context) throws IOException {
    boot.activate();
    if (context.isCancelled()) {
      boot.rollBack();
      throw new InterruptedIOException("stopped before the reboot");
    }
    return JobResult.rebootAndContinue(next);
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

  @Progress(weight = 90)
  void write(VerifiedPayload image, ProgressReporter progress) throws IOException {
    try (InputStream bytes = image.open();
        InputStream counted =
            new ReportingStream(
                bytes, done -> progress.report((int) (100 * done / image.size())))) {
      boot.write(counted);
    }
  }

  /** Called after the reboot; what was activated runs, or the boot loader has gone back. */
  @AfterRestart(operation = "firmware_update")
  JobResult confirm(Installed update, JobContext context) throws IOException {
    if (!boot.activeSlot().equals(update.slot())) {
      return isToBeStarted(update, context) ? JobResult.rebootAndContinue(update) : failed(update);
    }
    String fault = update.fault() == null ? faultOf(update) : update.fault();
    if (fault != null) {
      return goBack(update.takenBack(fault), context);
    }
    return context.shielded(() -> keep(update, context));
  }

  @Progress(step = "confirm", weight = 3)
  JobResult keep(Installed update, JobContext context) throws IOException {
    if (context.isCancelled()) {
      throw new InterruptedIOException("stopped before the confirmation");
    }
    boot.confirm();
    return JobResult.succeeded(Map.of("version", "" + update.version(), "slot", update.slot()));
  }

  /** The process has restarted, and the device has not. */
  private boolean isToBeStarted(Installed update, JobContext context) throws IOException {
    return boot.nextSlot().equals(update.slot()) && context.restartCause() != RestartCause.REBOOT;
  }

  private JobResult failed(Installed update) throws IOException {
    boot.rollBack();
    String running = boot.activeSlot();
    return update.fault() == null
        ? JobResult.failed(
            "ROLLED_BACK",
            "slot %s did not start or was not confirmed; the device has gone back to slot %s"
                .formatted(update.slot(), running))
        : JobResult.failed(
            "SELF_CHECK_FAILED",
            "%s; the device has gone back to slot %s".formatted(update.fault(), running));
  }

  @Progress(step = "check", weight = 3)
  @Nullable String faultOf(Installed update) throws IOException {
    int running = installed.version();
    if (running != update.version()) {
      return "slot %s holds version %d, expected %d"
          .formatted(update.slot(), running, update.version());
    }
    return check.fault().orElse(null);
  }

  /** The device is as it was only when it has started from the slot before. */
  private JobResult goBack(Installed update, JobContext context) throws IOException {
    context.checkpoint(update);
    return context.shielded(
        () -> {
          boot.rollBack();
          return JobResult.rebootAndContinue(update);
        });
  }

  /** Called when the job was cancelled; nobody waits for what is on trial. */
  @OnCancelled(operation = "firmware_update")
  void takeBack() throws IOException {
    boot.rollBack();
    if (!boot.nextSlot().equals(boot.activeSlot())) {
      restart.reboot();
    }
  }
}
