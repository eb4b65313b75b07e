package io.jobhandler.examples.demo;

import java.util.List;

/** What the demo asks of the device, in order. */
final class DemoJobs {
  private DemoJobs() {}

  static List<DemoJob> all() {
    return List.of(
        DemoJob.of("cfg-good", configUpdate(2, "readings", 2), "SUCCEEDED -"),
        DemoJob.of("unknown-op", "{\"operation\":\"make_coffee\"}", "REJECTED UNKNOWN_OPERATION"),
        DemoJob.of(
            "cfg-malformed",
            "{\"operation\":\"config_update\",\"config\":{\"version\":\"three\"}}",
            "REJECTED INVALID_DOCUMENT"),
        DemoJob.of("cfg-fails", configUpdate(3, "missing", 0), "FAILED HANDLER_ERROR"),
        DemoJob.of("cfg-slow", configUpdate(4, "readings", 60), "FAILED STEP_TIMEOUT"),
        DemoJob.cancelled("cfg-canceled", configUpdate(5, "readings", 60)));
  }

  /** The version that the device must have in the end: all later changes were taken back. */
  static int expectedVersion() {
    return 2;
  }

  private static String configUpdate(int version, String dataFolder, int observeSeconds) {
    return """
        {"operation": "config_update",
         "config": {"version": %d, "reportIntervalSeconds": 30, "dataFolder": "%s"},
         "observeSeconds": %d}"""
        .formatted(version, dataFolder, observeSeconds);
  }
}
