package io.jobhandler.examples.demo;

import io.jobhandler.localjobs.ArtifactVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demo asks of the device.
 *
 * @param all the jobs, in order
 * @param image what the device must run in the end
 */
record DemoJobs(List<DemoJob> all, Path image) {

  /** The version that the configuration must have in the end: later changes were taken back. */
  static final int CONFIG_VERSION = 2;

  /** Switched on, two updates, and one that the boot loader goes back from. */
  static final int BOOTS = 4;

  static DemoJobs prepare(DemoFirmware firmware) throws IOException {
    Path image = firmware.build(3);
    Path next = firmware.build(4);
    ArtifactVersion first = firmware.publish("first", firmware.build(2));
    ArtifactVersion good = firmware.publish("good", image);
    ArtifactVersion tampered = firmware.publish("tampered", next);
    firmware.tamperWith(tampered);
    ArtifactVersion shortened = firmware.publish("short", next);
    firmware.shorten(shortened);
    ArtifactVersion other = firmware.publish("other", next);
    ArtifactVersion broken = firmware.publish("broken", firmware.buildBroken(4));
    return new DemoJobs(
        List.of(
            DemoJob.of("fw-good", firmware.signedUpdate(2, first), "SUCCEEDED -"),
            DemoJob.of("cfg-good", configUpdate(CONFIG_VERSION, "readings", 2), "SUCCEEDED -"),
            DemoJob.of("fw-reboot", firmware.signedUpdate(3, good), "SUCCEEDED -"),
            DemoJob.of(
                "fw-tampered", firmware.signedUpdate(4, tampered), "REJECTED SIGNATURE_INVALID"),
            DemoJob.of(
                "fw-unsigned", firmware.unsignedUpdate(4, other), "REJECTED SIGNATURE_MISSING"),
            DemoJob.of("fw-short", firmware.signedUpdate(4, shortened), "REJECTED PAYLOAD_SIZE"),
            DemoJob.of("fw-rolled-back", firmware.signedUpdate(4, broken), "FAILED ROLLED_BACK"),
            DemoJob.of(
                "unknown-op", "{\"operation\":\"make_coffee\"}", "REJECTED UNKNOWN_OPERATION"),
            DemoJob.of(
                "cfg-malformed",
                "{\"operation\":\"config_update\",\"config\":{\"version\":\"three\"}}",
                "REJECTED INVALID_DOCUMENT"),
            // The image says 4, and the document 5.
            DemoJob.of("fw-fails", firmware.signedUpdate(5, other), "FAILED HANDLER_ERROR"),
            DemoJob.of("cfg-slow", configUpdate(4, "readings", 60), "FAILED STEP_TIMEOUT"),
            DemoJob.cancelled("cfg-canceled", configUpdate(5, "readings", 60))),
        image);
  }

  static String configUpdate(int version, String dataFolder, int observeSeconds) {
    return """
    {"operation": "config_update",
     "config": {"version": %d, "reportIntervalSeconds": 30, "dataFolder": "%s"},
     "observeSeconds": %d}\
    """
        .formatted(version, dataFolder, observeSeconds);
  }
}
