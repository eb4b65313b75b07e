package io.jobhandler.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.examples.device.DeviceFolder;
import io.jobhandler.examples.device.Hold.Point;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Firmware on a device that really ends its process for a reboot. SUCCEEDED needs another boot and
 * the word of the method that looks at it.
 */
class FirmwareRebootTest {
  private static LocalJobs service;
  private static int devices;

  @TempDir Path state;
  private DeviceFolder folder;
  private TestDevice device;

  @BeforeAll
  static void startService() {
    service = LocalJobs.builder().start();
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  @BeforeEach
  void switchOn() throws IOException {
    devices++;
    folder = new DeviceFolder(state);
    device = TestDevice.start(service, "pump-" + devices, folder);
  }

  @AfterEach
  void switchOff() {
    device.close();
  }

  private static String jobId() {
    return "update-" + devices;
  }

  private void assertEnded(JobExecution end, ExecutionStatus status, String reasonCode) {
    assertThat(end.status()).as(end.toString()).isEqualTo(status);
    assertThat(end.statusDetails().getOrDefault("reasonCode", "-")).isEqualTo(reasonCode);
    assertThat(device.ends(jobId())).containsExactly(status);
  }

  private void assertRuns(String slot) throws IOException {
    assertThat(device.slots.activeSlot()).isEqualTo(slot);
    assertThat(device.slots.nextSlot()).isEqualTo(slot);
    assertThat(device.slots.isOnTrial()).isFalse();
  }

  @Test
  void refusesWhatIsNoVersionWhileTheJobIsQueued() throws Exception {
    device.update(jobId(), 0);

    JobExecution end = device.end(jobId());
    assertEnded(end, ExecutionStatus.REJECTED, "INVALID_DOCUMENT");
    assertThat(end.statusDetails()).containsEntry("reason", "/version must be greater than 0");
    assertThat(end.startedAt()).isNull();
    assertRuns("a");
  }

  @Test
  void succeedsAfterTheReboot() throws Exception {
    String bootId = device.bootId();
    device.update(jobId(), 2);
    device.awaitRebootRequest();
    assertThat(device.execution(jobId()).status()).isEqualTo(ExecutionStatus.IN_PROGRESS);
    assertThat(device.slots.activeSlot()).isEqualTo("a");

    device.boot();
    JobExecution end = device.endInThisBoot(jobId());

    assertEnded(end, ExecutionStatus.SUCCEEDED, "-");
    assertThat(end.statusDetails()).containsEntry("version", "2").containsEntry("slot", "b");
    assertThat(device.bootId()).isNotEqualTo(bootId);
    assertRuns("b");
  }

  @Test
  @DisplayName("Edge case 19: a restart of the process is no reboot")
  void asksAgainForARebootThatDoesNotCome() throws Exception {
    device.update(jobId(), 2);
    for (int request = 1; request <= 3; request++) {
      device.awaitRebootRequest();
      device.startAgain();
    }

    assertEnded(device.endInThisBoot(jobId()), ExecutionStatus.FAILED, "NOT_RESTARTED");
    assertThat(device.slots.activeSlot()).isEqualTo("a");
  }

  @Test
  void isDoneWhenTheRebootComesAfterTheSecondRequest() throws Exception {
    device.update(jobId(), 2);
    device.awaitRebootRequest();
    device.startAgain();

    assertEnded(device.end(jobId()), ExecutionStatus.SUCCEEDED, "-");
    assertThat(device.boots()).isEqualTo(2);
    assertRuns("b");
  }

  @Test
  void tellsThatTheBootLoaderHasGoneBack() throws Exception {
    device.updateToBroken(jobId(), 2);

    assertEnded(device.end(jobId()), ExecutionStatus.FAILED, "ROLLED_BACK");
    assertThat(device.boots()).isEqualTo(2);
    assertRuns("a");
  }

  @Test
  void goesBackWhereTheDeviceDoesNotBearIt() throws Exception {
    Files.writeString(folder.config(), "{");
    device.update(jobId(), 2);

    assertEnded(device.end(jobId()), ExecutionStatus.FAILED, "SELF_CHECK_FAILED");
    assertThat(device.boots()).as("to the new image and back").isEqualTo(3);
    assertRuns("a");
  }

  /** What is killed is the process, or with it the power of the whole device. */
  @ParameterizedTest
  @DisplayName("Edge case 11: the process ends before its report was acknowledged")
  @CsvSource({
    "WRITING, process, SUCCEEDED, -, b, 2",
    "WRITTEN, power, SUCCEEDED, -, b, 3",
    "ACTIVATED, process, SUCCEEDED, -, b, 2",
    "ACTIVATED, power, SUCCEEDED, -, b, 2",
    "REBOOTING, process, SUCCEEDED, -, b, 2",
    "REBOOTING, power, SUCCEEDED, -, b, 2",
    "CHECKED, process, SUCCEEDED, -, b, 2",
    "CHECKED, power, FAILED, ROLLED_BACK, a, 3",
    "CONFIRMED, power, SUCCEEDED, -, b, 3",
  })
  void endsInTheOneRightWayWhereverItIsKilled(
      Point point, String what, ExecutionStatus status, String reasonCode, String slot, int boots)
      throws Exception {
    device.hold.at(point);
    device.update(jobId(), 2);
    if (point == Point.CHECKED || point == Point.CONFIRMED) {
      device.awaitRebootRequest();
      device.boot();
    }
    device.killWhenReached();
    if (what.equals("power")) {
      device.boot();
    } else {
      device.startAgain();
    }

    assertEnded(device.end(jobId()), status, reasonCode);
    assertRuns(slot);
    assertThat(device.boots()).isEqualTo(boots);
  }

  @Test
  void aCancellationOnTrialBringsTheDeviceBack() throws Exception {
    device.hold.at(Point.CHECKED);
    device.update(jobId(), 2);
    device.awaitRebootRequest();
    device.boot();
    device.awaitHold();
    service.cancelJob(jobId(), true);
    device.awaitRebootRequest();
    device.hold.release();
    device.boot();

    device.update(jobId() + "-next", 2);
    assertThat(device.end(jobId() + "-next").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertEnded(device.endInThisBoot(jobId()), ExecutionStatus.CANCELED, "-");
    assertRuns("b");
    assertThat(device.boots()).isEqualTo(4);
  }
}
