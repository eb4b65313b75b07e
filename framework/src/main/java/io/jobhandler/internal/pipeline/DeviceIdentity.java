package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.journal.JournalState;

/**
 * Which boot and which process this is.
 *
 * @param bootId another one after every boot; empty where it cannot be told
 * @param processId another one in every process
 */
public record DeviceIdentity(String bootId, String processId) {

  /** Whether what was asked for has happened since. */
  boolean hasRestartedSince(JournalState.Restarting asked) {
    return asked.kind() == JobResult.Restart.Kind.PROCESS
        ? !processId.equals(asked.processId())
        : !bootId.isEmpty() && !asked.bootId().isEmpty() && !bootId.equals(asked.bootId());
  }

  /** A request for a restart of this boot or process. */
  JournalState.Restarting restarting(JobResult.Restart.Kind kind, int requests) {
    return new JournalState.Restarting(kind, bootId, processId, requests);
  }
}
