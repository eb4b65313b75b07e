package io.jobhandler.jobs;

import java.util.Objects;
import java.util.regex.Pattern;

/** Checks of identifiers that a message carries: they become file names and topics. */
final class Identifiers {
  private static final Pattern JOB_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private Identifiers() {}

  static void requireJobId(String jobId) {
    Objects.requireNonNull(jobId, "jobId");
    if (!JOB_ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException("jobId is not 1 to 64 characters of [a-zA-Z0-9_-]");
    }
  }
}
