package io.jobhandler.internal.flow;

import io.jobhandler.JobResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt of a job has ended. */
public sealed interface AttemptEnd {

  /**
   * The job has ended with it.
   *
   * @param outcome how
   */
  record Ended(JobOutcome outcome) implements AttemptEnd {}

  /**
   * The handler wants to be attempted again.
   *
   * @param delay how long to wait; null where the handler's backoff says
   * @param otherwise how the job ends where no attempt is left
   */
  record Retry(@Nullable Duration delay, JobOutcome otherwise) implements AttemptEnd {}

  /**
   * The handler wants to go on after a restart; its checkpoint is stored.
   *
   * @param kind what must restart
   */
  record Restart(JobResult.Restart.Kind kind) implements AttemptEnd {}

  /** The cloud has given the job up: nothing is to be reported. */
  record Gone() implements AttemptEnd {}

  /** The agent ends, and the job goes on when it is started again. */
  record CutOff() implements AttemptEnd {}
}
