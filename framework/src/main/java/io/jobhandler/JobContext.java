package io.jobhandler;

import java.time.Duration;
import java.util.Map;

/**
 * What a handler may know of the job execution that it runs for. Safe for use by several threads.
 */
public interface JobContext {

  /**
   * The thing that the job is executed on.
   *
   * @return the thing's name
   */
  String thingName();

  /**
   * The job's identifier, unique in the AWS account and region.
   *
   * @return 1 to 64 characters of {@code [a-zA-Z0-9_-]}
   */
  String jobId();

  /**
   * Tells this execution of the job on this thing from earlier ones, for instance from one that
   * failed and is retried by the service.
   *
   * @return 1 or more
   */
  long executionNumber();

  /**
   * The operation that the document named.
   *
   * @return the operation of the {@link JobHandler} method
   */
  String operation();

  /**
   * The status details that the service stored for this execution when the job was let in.
   *
   * @return an unmodifiable map, empty where nothing was stored
   */
  Map<String, String> storedDetails();

  /**
   * The time left until the handler is interrupted because its step timeout has passed. It is the
   * whole step timeout again after a report, where {@link OnProgress#RESTART_STEP_TIMER} is set.
   *
   * @return zero once the deadline has passed
   */
  Duration remainingTime();

  /**
   * Whether the handler should give up: its deadline has passed, the job was cancelled or deleted
   * in the cloud, or the agent is being closed. The handler's thread is interrupted as well; this
   * is for code that does not block.
   *
   * @return true once and for all when the handler should end
   */
  boolean isCancelled();
}
