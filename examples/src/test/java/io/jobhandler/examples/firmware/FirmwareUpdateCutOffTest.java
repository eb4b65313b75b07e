package io.jobhandler.examples.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobResult;
import io.jobhandler.RestartCause;
import io.jobhandler.examples.firmware.UpdatedDevice.PowerLoss;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an update when the power, or only the process, goes at each of its points. */
class FirmwareUpdateCutOffTest {
  private static final JobResult DONE = JobResult.succeeded(Map.of("version", "2", "slot", "b"));

  @TempDir Path folder;
  private UpdatedDevice device;
  private FolderBootControl boot;

  @BeforeEach
  void makeDevice() throws IOException {
    device = new UpdatedDevice(folder);
    boot = device.boot;
  }

  private void assertRuns(String slot) throws IOException {
    assertThat(boot.activeSlot()).isEqualTo(slot);
    assertThat(boot.nextSlot()).isEqualTo(slot);
    assertThat(boot.isOnTrial()).isFalse();
  }

  private void bootIf(boolean power) throws IOException {
    if (power) {
      device.boot();
    }
  }

  @ParameterizedTest
  @CsvSource({"write, true", "write, false", "activate, true", "activate, false"})
  void untilTheActivationNothingHasChanged(String step, boolean power) throws IOException {
    device.powerGoesAt = step;
    assertThatThrownBy(() -> device.install(2)).isInstanceOf(PowerLoss.class);
    bootIf(power);
    assertRuns("a");

    JobResult installed = device.installAgain(2);
    device.boot();
    assertThat(device.confirm(installed, RestartCause.REBOOT)).isEqualTo(DONE);
    assertRuns("b");
  }

  @Test
  void activatedAndStartedWithoutACheckpoint() throws IOException {
    device.install(2);
    device.boot();

    assertThat(device.installAgain(2)).isEqualTo(DONE);
    assertRuns("b");
  }

  @Test
  void activatedAndNotStartedWithoutACheckpoint() throws IOException {
    device.install(2);

    JobResult installed = device.installAgain(2);
    assertThat(installed).isEqualTo(JobResult.rebootAndContinue(new Installed(2, "b")));
    device.boot();
    assertThat(device.confirm(installed, RestartCause.REBOOT)).isEqualTo(DONE);
  }

  @Test
  void activatedAndRolledBackWithoutACheckpoint() throws IOException {
    device.install(2);
    device.boot();
    device.boot();

    assertThat(device.installAgain(2))
        .isEqualTo(JobResult.rebootAndContinue(new Installed(2, "b")));
  }

  @Test
  void anotherUpdateTakesTheActivationBackThatNobodyWaitsFor() throws IOException {
    device.install(2);

    assertThat(device.install(3)).isEqualTo(JobResult.rebootAndContinue(new Installed(3, "b")));
    assertThat(boot.image("b")).hasBinaryContent(UpdatedDevice.image(3));
  }

  @Test
  void theCheckpointIsStoredAndTheImageRuns() throws IOException {
    JobResult installed = device.install(2);
    device.boot();

    assertThat(device.confirm(installed, RestartCause.INTERRUPTION)).isEqualTo(DONE);
    assertRuns("b");
  }

  @Test
  void theCheckpointIsStoredAndTheDeviceHasNotBooted() throws IOException {
    JobResult installed = device.install(2);

    assertThat(device.confirm(installed, RestartCause.INTERRUPTION)).isEqualTo(installed);
    assertThat(boot.nextSlot()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({"check", "confirm"})
  void thePowerGoesBeforeTheConfirmation(String step) throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    device.powerGoesAt = step;
    assertThatThrownBy(() -> device.confirm(installed, RestartCause.REBOOT))
        .isInstanceOf(PowerLoss.class);
    device.boot();

    assertThat(device.confirm(installed, RestartCause.INTERRUPTION))
        .isInstanceOfSatisfying(
            JobResult.Failed.class,
            failed -> assertThat(failed.reasonCode()).isEqualTo("ROLLED_BACK"));
    assertRuns("a");
  }

  @Test
  void theProcessGoesBeforeTheConfirmation() throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    device.powerGoesAt = "confirm";
    assertThatThrownBy(() -> device.confirm(installed, RestartCause.REBOOT))
        .isInstanceOf(PowerLoss.class);

    assertThat(device.confirm(installed, RestartCause.INTERRUPTION)).isEqualTo(DONE);
    assertRuns("b");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void confirmedAndNotReported(boolean power) throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    device.confirm(installed, RestartCause.REBOOT);
    bootIf(power);

    assertThat(device.confirm(installed, RestartCause.INTERRUPTION)).isEqualTo(DONE);
    assertRuns("b");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFaultThatWasFoundIsNotForgotten(boolean power) throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    device.fault = Optional.of("the pump is silent");
    TestJobContext context = TestJobContext.of(UpdatedDevice.OPERATION);
    device.confirm(installed, context);
    device.fault = Optional.empty();
    bootIf(power);

    JobResult stored = JobResult.rebootAndContinue(context.checkpoints().get(0));
    JobResult next = device.confirm(stored, RestartCause.INTERRUPTION);
    if (!power) {
      assertThat(next).isEqualTo(stored);
      device.boot();
      next = device.confirm(stored, RestartCause.REBOOT);
    }
    assertThat(next)
        .isInstanceOfSatisfying(
            JobResult.Failed.class,
            failed -> assertThat(failed.reasonCode()).isEqualTo("SELF_CHECK_FAILED"));
    assertRuns("a");
  }

  @Test
  void aCancellationTakesAnActivationBack() throws IOException {
    device.install(2);
    device.handler.takeBack();

    assertRuns("a");
    assertThat(device.reboots).isZero();
  }

  @Test
  void aCancellationOnTrialRebootsOnce() throws IOException {
    device.install(2);
    device.boot();

    device.handler.takeBack();
    assertThat(boot.nextSlot()).isEqualTo("a");
    assertThat(device.reboots).isEqualTo(1);

    device.boot();
    device.handler.takeBack();
    assertRuns("a");
    assertThat(device.reboots).isEqualTo(1);
  }

  @Test
  void aCancellationThatComesTooLateChangesNothing() throws IOException {
    device.update(2);
    device.handler.takeBack();

    assertRuns("b");
    assertThat(device.reboots).isZero();
  }
}
