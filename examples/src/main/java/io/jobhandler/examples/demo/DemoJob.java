package io.jobhandler.examples.demo;

/**
 * A job of the demo.
 *
 * @param jobId the job
 * @param document what the device is asked to do
 * @param end how it must end, as {@code status reasonCode-or-dash}
 * @param cancelled whether the job is cancelled while the device works on it
 */
record DemoJob(String jobId, String document, String end, boolean cancelled) {

  static DemoJob of(String jobId, String document, String end) {
    return new DemoJob(jobId, document, end, false);
  }

  static DemoJob cancelled(String jobId, String document) {
    return new DemoJob(jobId, document, "CANCELED -", true);
  }

  /** The line that must be read back from the service. */
  String expected() {
    return jobId + " " + end;
  }
}
