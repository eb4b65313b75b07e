package io.jobhandler.examples.firmware;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RestartCause;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.spi.StepScope;
import io.jobhandler.testing.TestJobContext;
import io.jobhandler.testing.TestSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A device with a boot loader in a folder, and its handler for firmware. */
final class UpdatedDevice {
  static final String OPERATION = "firmware_update";

  final FolderBootControl boot;
  final FirmwareUpdateHandler handler;
  final List<String> steps = new ArrayList<>();
  Optional<String> fault = Optional.empty();
  String powerGoesAt = "never";
  int reboots;

  private final FolderBootLoader loader;
  private final TestSigner signer = TestSigner.create();

  /** Nothing runs any more. */
  static final class PowerLoss extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  UpdatedDevice(Path folder) throws IOException {
    boot = new FolderBootControl(folder.resolve("slots"));
    loader = new FolderBootLoader(folder.resolve("slots"), folder.resolve("boot_id"));
    handler =
        new FirmwareUpdateHandler_JobSteps(
            boot, InstalledVersion.ofActiveSlot(boot), () -> fault, new Reboots());
  }

  static byte[] image(int version) {
    return image(FirmwareImage.header(version), version);
  }

  static byte[] brokenImage(int version) {
    return image(FirmwareImage.brokenHeader(version), version);
  }

  private static byte[] image(byte[] header, int seed) {
    byte[] body = new byte[100_000];
    new Random(seed).nextBytes(body);
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    image.writeBytes(header);
    image.writeBytes(body);
    return image.toByteArray();
  }

  JobResult install(int version) throws IOException {
    return install(version, image(version), TestJobContext.of(OPERATION));
  }

  JobResult install(int version, byte[] content, JobContext context) throws IOException {
    try (StepScope scope = StepScope.open(new Steps())) {
      return handler.install(
          new FirmwareUpdate(version),
          signer.verified("image", content),
          scope.progress(),
          context);
    }
  }

  /** The handler begins again after the process or the device has gone. */
  JobResult installAgain(int version) throws IOException {
    return install(
        version,
        image(version),
        TestJobContext.of(OPERATION).nextAttempt(RestartCause.INTERRUPTION));
  }

  JobResult confirm(JobResult restart, RestartCause cause) throws IOException {
    return confirm(restart, TestJobContext.of(OPERATION).nextAttempt(cause));
  }

  @SuppressWarnings("try") // the steps are those of the thread while it is open
  JobResult confirm(JobResult restart, JobContext context) throws IOException {
    try (StepScope scope = StepScope.openAfterRestart(new Steps(), context)) {
      return handler.confirm(checkpoint(restart), context);
    }
  }

  static Installed checkpoint(JobResult result) {
    if (result instanceof JobResult.Restart restart
        && restart.kind() == JobResult.Restart.Kind.REBOOT
        && restart.checkpoint() instanceof Installed installed) {
      return installed;
    }
    throw new AssertionError("no reboot is asked for, but: " + result);
  }

  /** The device is switched on, or boots anew. */
  void boot() throws IOException {
    loader.boot();
  }

  /** Brings a version onto the device. */
  void update(int version) throws IOException {
    JobResult installed = install(version);
    boot();
    confirm(installed, RestartCause.REBOOT);
  }

  /** Notes each step once. */
  private final class Steps implements ProgressReporter {
    @Override
    public void report(int percent) {
      // within the step that was named last
    }

    @Override
    public void report(int percent, String step) {
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
        steps.add(step);
      }
      if (step.equals(powerGoesAt)) {
        powerGoesAt = "never";
        throw new PowerLoss();
      }
    }
  }

  private final class Reboots implements RestartControl {
    @Override
    public String bootId() {
      return "boot";
    }

    @Override
    public void reboot() {
      reboots++;
    }

    @Override
    public void restartProcess() {
      throw new AssertionError("firmware needs a reboot");
    }
  }
}
