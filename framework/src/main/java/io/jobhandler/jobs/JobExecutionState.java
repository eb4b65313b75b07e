package io.jobhandler.jobs;

import java.util.Map;
import java.util.Objects;

/**
 * What the service has stored of an execution ({@code JobExecutionState} of the Jobs data model).
 *
 * @param status the stored status
 * @param statusDetails the stored details; empty where nothing is
 * @param versionNumber the stored version; 0 or more
 */
public record JobExecutionState(
    JobStatus status, Map<String, String> statusDetails, long versionNumber) {

  /** Checks that the status is there; absent details become an empty map. */
  public JobExecutionState {
    Objects.requireNonNull(status, "status");
    statusDetails = StatusDetails.orEmpty(statusDetails);
    Numbers.requireNotNegative("versionNumber", versionNumber);
  }
}
