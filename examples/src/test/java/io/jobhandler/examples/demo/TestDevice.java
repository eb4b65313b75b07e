package io.jobhandler.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.examples.device.DeviceFolder;
import io.jobhandler.examples.device.HeldDeviceApp;
import io.jobhandler.examples.device.Hold;
import io.jobhandler.examples.device.SimulatedRestart;
import io.jobhandler.examples.firmware.FirmwareImage;
import io.jobhandler.examples.firmware.FolderBootControl;
import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A device app in a process of its own, whose power and process a test switches. */
final class TestDevice implements AutoCloseable {
  private static final String DOWNLOAD_ROLE = "arn:aws:iam::123456789012:role/downloads";
  private static final int IMAGE_SIZE = 100_000;

  /** A machine that is very busy takes a minute to start a JVM. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final int MOST_BOOTS = 10;

  final FolderBootControl slots;
  final Hold hold;
  private final LocalJobs service;
  private final String thingName;
  private final DeviceFolder folder;
  private final DemoFirmware firmware;
  private final BootedDevice device;

  private TestDevice(LocalJobs service, String thingName, DeviceFolder folder) throws IOException {
    this.service = service;
    this.thingName = thingName;
    this.folder = folder;
    this.firmware = new DemoFirmware(service, folder.path());
    this.hold = new Hold(folder);
    this.slots = new FolderBootControl(folder.slots());
    this.device = new BootedDevice(HeldDeviceApp.class, folder);
  }

  /** Switches a device on. */
  static TestDevice start(LocalJobs service, String thingName, DeviceFolder folder)
      throws IOException {
    DeviceConfiguration.write(service, thingName, folder.path());
    return new TestDevice(service, thingName, folder);
  }

  /** Starts the app again in the same boot, as a supervisor does. */
  void startAgain() throws IOException {
    assertThat(isOn()).as("the app is alive").isFalse();
    device.startAgain();
  }

  /** Starts the app in a new boot. */
  void boot() throws IOException {
    assertThat(isOn()).as("the app is alive").isFalse();
    device.boot();
  }

  int boots() {
    return device.boots();
  }

  private boolean isOn() {
    return device.app().process().isAlive();
  }

  /** Has the device update its firmware. */
  void update(String jobId, int version) throws IOException {
    update(jobId, version, FirmwareImage.header(version));
  }

  void updateToBroken(String jobId, int version) throws IOException {
    update(jobId, version, FirmwareImage.brokenHeader(version));
  }

  private void update(String jobId, int version, byte[] header) throws IOException {
    Path image = firmware.build(jobId, header, version, IMAGE_SIZE);
    service.createJob(
        CreateJob.builder(jobId)
            .document(firmware.signedUpdate(version, firmware.publish(jobId, image)))
            .targets(thingName)
            .presignedUrlConfig(DOWNLOAD_ROLE)
            .build());
  }

  /** Waits until the app has reached the point that is held. */
  void awaitHold() throws IOException {
    until("the app stands still, or has ended", () -> hold.isReached() || !isOn());
    assertThat(hold.isReached()).as(log()).isTrue();
  }

  /** Ends the process with SIGKILL when it has reached the point that is held. */
  void killWhenReached() throws Exception {
    awaitHold();
    Process app = device.app().process().destroyForcibly();
    assertThat(app.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    hold.release();
  }

  /** Waits until the app ends because it wants a reboot. */
  void awaitRebootRequest() throws IOException {
    until("the app has ended", () -> !isOn());
    assertThat(device.app().process().exitValue()).as(log()).isEqualTo(SimulatedRestart.REBOOT);
  }

  /** Boots whenever the app wants it, until a job is over. */
  JobExecution end(String jobId) throws IOException {
    while (awaitEndOrRebootRequest(jobId) && boots() < MOST_BOOTS) {
      boot();
    }
    return execution(jobId);
  }

  /** Waits for the end of a job, without a boot. */
  JobExecution endInThisBoot(String jobId) throws IOException {
    assertThat(awaitEndOrRebootRequest(jobId)).as(log()).isFalse();
    return execution(jobId);
  }

  private boolean awaitEndOrRebootRequest(String jobId) throws IOException {
    until("the job is over, or the app has ended", () -> isOver(jobId) || !isOn());
    boolean over = isOver(jobId);
    if (!over) {
      awaitRebootRequest();
    }
    return !over;
  }

  private boolean isOver(String jobId) {
    return execution(jobId).status().isTerminal();
  }

  /** What the service knows of a job on this device. */
  JobExecution execution(String jobId) {
    return service.describeJobExecution(thingName, jobId);
  }

  /** The transitions of a job to a final status that were accepted. */
  List<ExecutionStatus> ends(String jobId) {
    return service.history(thingName, jobId).stream()
        .filter(Transition::accepted)
        .map(Transition::to)
        .filter(ExecutionStatus::isTerminal)
        .toList();
  }

  String bootId() throws IOException {
    return Files.readString(folder.bootId());
  }

  private String log() throws IOException {
    return Files.readString(DeviceProcess.log(folder.path()));
  }

  private static void until(String what, Callable<Boolean> condition) {
    await(what).atMost(LIMIT).until(condition);
  }

  @Override
  public void close() {
    device.app().process().destroyForcibly();
  }
}
