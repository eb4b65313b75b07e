package io.jobhandler.examples.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.RestartCause;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareUpdateHandlerTest {
  @TempDir Path folder;
  private UpdatedDevice device;
  private FolderBootControl boot;

  @BeforeEach
  void makeDevice() throws IOException {
    device = new UpdatedDevice(folder);
    boot = device.boot;
  }

  @Test
  void writesTheInactiveSlotAndAsksForAReboot() throws IOException {
    JobResult result = device.install(2);

    assertThat(result).isEqualTo(JobResult.rebootAndContinue(new Installed(2, "b")));
    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.nextSlot()).isEqualTo("b");
    assertThat(boot.image("b")).hasBinaryContent(UpdatedDevice.image(2));
    assertThat(device.steps).containsExactly("write", "activate");
  }

  @Test
  void keepsWhatRunsAfterTheReboot() throws IOException {
    JobResult installed = device.install(2);
    device.boot();

    assertThat(device.confirm(installed, RestartCause.REBOOT))
        .isEqualTo(JobResult.succeeded(Map.of("version", "2", "slot", "b")));
    assertThat(boot.activeSlot()).isEqualTo("b");
    assertThat(boot.isOnTrial()).isFalse();
    assertThat(device.steps).containsExactly("write", "activate", "check", "confirm");
  }

  @Test
  void takesTheOtherSlotForTheNextUpdate() throws IOException {
    device.update(2);
    device.update(3);

    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.image("a")).hasBinaryContent(UpdatedDevice.image(3));
    assertThat(boot.isOnTrial()).isFalse();
  }

  @Test
  void rejectsAVersionThatIsNotNewer() throws IOException {
    device.update(2);

    assertThatThrownBy(() -> device.install(2))
        .isInstanceOf(JobRejectedException.class)
        .hasMessageContaining("version 2 is not newer than 2");
    assertThat(boot.nextSlot()).isEqualTo("b");
  }

  @Test
  void failsWhereTheImageHasAnotherVersionThanTheDocument() throws IOException {
    TestJobContext context = TestJobContext.of(UpdatedDevice.OPERATION);

    assertThatThrownBy(() -> device.install(3, UpdatedDevice.image(2), context))
        .isInstanceOf(IOException.class)
        .hasMessage("the image has version 2, and the document says 3");
    assertThat(boot.nextSlot()).isEqualTo("a");
    assertThat(boot.image("b")).doesNotExist();
  }

  @Test
  void isStoppedBeforeTheRebootWithoutATrace() throws IOException {
    TestJobContext context = TestJobContext.of(UpdatedDevice.OPERATION);
    context.cancel();

    assertThatThrownBy(() -> device.install(2, UpdatedDevice.image(2), context))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(boot.nextSlot()).isEqualTo("a");
    assertThat(boot.isOnTrial()).isFalse();
  }

  @Test
  void isStoppedBeforeTheConfirmationAndStaysOnTrial() throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    TestJobContext context =
        TestJobContext.of(UpdatedDevice.OPERATION).nextAttempt(RestartCause.REBOOT);
    context.cancel();

    assertThatThrownBy(() -> device.confirm(installed, context))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(boot.isOnTrial()).isTrue();
    assertThat(boot.nextSlot()).isEqualTo("a");
  }

  @Test
  void tellsThatTheBootLoaderHasGoneBack() throws IOException {
    JobResult installed =
        device.install(2, UpdatedDevice.brokenImage(2), TestJobContext.of(UpdatedDevice.OPERATION));
    device.boot();

    assertThat(device.confirm(installed, RestartCause.REBOOT))
        .isEqualTo(
            JobResult.failed(
                "ROLLED_BACK",
                "slot b did not start or was not confirmed; the device has gone back to slot a"));
  }

  @Test
  void doesNotAskForEverForABootLoaderThatDoesNotListen() throws IOException {
    JobResult installed = device.install(2);

    assertThat(device.confirm(installed, RestartCause.REBOOT))
        .isInstanceOfSatisfying(
            JobResult.Failed.class,
            failed -> assertThat(failed.reasonCode()).isEqualTo("ROLLED_BACK"));
    assertThat(boot.nextSlot()).isEqualTo("a");
  }

  @Test
  void goesBackWhereTheDeviceDoesNotBearIt() throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    device.fault = Optional.of("the pump is silent");

    JobResult takenBack = device.confirm(installed, RestartCause.REBOOT);
    assertThat(UpdatedDevice.checkpoint(takenBack).fault()).isEqualTo("the pump is silent");
    device.boot();
    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(device.confirm(takenBack, RestartCause.REBOOT))
        .isEqualTo(
            JobResult.failed(
                "SELF_CHECK_FAILED", "the pump is silent; the device has gone back to slot a"));
  }

  @Test
  void goesBackWhereTheSlotHoldsSomethingElse() throws IOException {
    JobResult installed = device.install(2);
    device.boot();
    Files.write(boot.image("b"), UpdatedDevice.image(7));

    JobResult takenBack = device.confirm(installed, RestartCause.REBOOT);
    assertThat(UpdatedDevice.checkpoint(takenBack).fault())
        .isEqualTo("slot b holds version 7, expected 2");
    assertThat(boot.nextSlot()).isEqualTo("a");
  }

  @Test
  void refusesDocumentsWithoutAVersion() {
    assertThat(
            new FirmwareUpdateHandler_JobDispatcher()
                .validate("firmware_update", new FirmwareUpdate(0)))
        .containsExactly(new ConstraintViolation("/version", "must be greater than 0"));
  }

  @Test
  void runsAloneAndGoesOnAfterAnInterruption() {
    HandlerMethod method = new FirmwareUpdateHandler_JobDispatcher().handlerMethods().get(0);

    assertThat(method.policy().exclusive()).isTrue();
    assertThat(method.policy().onInterrupt()).isEqualTo(OnInterrupt.RESUME);
  }
}
