package io.jobhandler.journal;

import io.jobhandler.JobResult;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Where an execution is on this device. */
public sealed interface JournalState {

  /**
   * The attempt began, and its handler has not been started: the service is asked for the
   * execution, or payloads are downloaded.
   */
  record Preparing() implements JournalState {}

  /**
   * The handler may have been started. Whether it was, the service knows: it runs only when the
   * execution was accepted as IN_PROGRESS.
   *
   * @param afterRestart whether it is the {@link io.jobhandler.AfterRestart} method that runs
   */
  record Running(boolean afterRestart) implements JournalState {}

  /**
   * No handler runs; the next attempt waits for its time.
   *
   * @param delay how long it waits, counted anew after a restart, so that no clock must be right
   * @param afterRestart whether it is the {@link io.jobhandler.AfterRestart} method that is
   *     attempted again
   */
  record Waiting(Duration delay, boolean afterRestart) implements JournalState {
    /** Checks that the delay is there. */
    public Waiting {
      Objects.requireNonNull(delay, "delay");
    }
  }

  /**
   * The handler has asked for a restart.
   *
   * @param kind what must restart
   * @param bootId the boot in which it was asked for
   * @param processId the agent's process in which it was asked for
   * @param requests how often it was asked for
   */
  record Restarting(JobResult.Restart.Kind kind, String bootId, String processId, int requests)
      implements JournalState {
    /** Checks that everything is there. */
    public Restarting {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(bootId, "bootId");
      Objects.requireNonNull(processId, "processId");
    }
  }

  /**
   * The execution has ended here, and the service has not yet accepted that.
   *
   * @param status SUCCEEDED, FAILED or REJECTED
   * @param statusDetails what goes with it, complete
   */
  record Ended(JobStatus status, Map<String, String> statusDetails) implements JournalState {
    /** Checks that the status is final and copies the details. */
    public Ended {
      if (!status.isTerminal()) {
        throw new IllegalArgumentException("status is " + status + ", expected a final one");
      }
      statusDetails = Map.copyOf(statusDetails);
    }
  }
}
