package io.jobhandler.internal.journal;

import io.jobhandler.JobResult;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries as an agent stores them. */
final class Entries {
  static final Instant QUEUED_AT = Instant.parse("2026-01-02T03:04:05Z");

  static final JournalEntry BEGUN =
      JournalEntry.first("job-1", 1, QUEUED_AT, "firmware_update", "agent-1", 7);

  static final String BEGUN_FILE = "job-1.1.1767323045.json";

  static final List<JournalState> STATES =
      List.of(
          new JournalState.Preparing(),
          new JournalState.Running(false),
          new JournalState.Running(true),
          new JournalState.Waiting(Duration.ofMillis(90_500), true),
          new JournalState.Restarting(JobResult.Restart.Kind.REBOOT, "boot-1", "process-1", 2),
          new JournalState.Restarting(JobResult.Restart.Kind.PROCESS, "boot-1", "process-1", 1),
          new JournalState.Ended(JobStatus.REJECTED, Map.of()),
          new JournalState.Ended(
              JobStatus.FAILED, Map.of("reasonCode", "INTERRUPTED", "reason", "the power went")));

  private Entries() {}

  static JournalEntry of(String jobId) {
    return JournalEntry.first(jobId, 1, QUEUED_AT, "firmware_update", "agent-1", 7);
  }

  static JournalEntry ended(Map<String, String> details) {
    return BEGUN.in(8, new JournalState.Ended(JobStatus.FAILED, details));
  }
}
