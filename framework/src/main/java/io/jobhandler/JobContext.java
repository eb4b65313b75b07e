package io.jobhandler;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * Which attempt of this execution this is. Every call of the handler or of its {@link
   * AfterRestart} method counts.
   *
   * @return 1 for the first
   */
  int attempt();

  /**
   * What came before this attempt.
   *
   * @return {@link RestartCause#NONE} unless the device or the process has restarted since the
   *     attempt before
   */
  RestartCause restartCause();

  /**
   * Stores where the handler is, in place of the last checkpoint. When this returns, the checkpoint
   * survives a loss of power.
   *
   * @param checkpoint a record or another object that Jackson can write and read, up to 16 KiB as
   *     JSON
   * @throws IllegalArgumentException if it cannot be written as JSON, or is too large
   * @throws NotDurableException if it cannot be stored
   */
  void checkpoint(Object checkpoint);

  /**
   * Does a part of the work that is not done again: its result is stored when it is done, and given
   * back in its place when the handler is run again for the same execution. A part that was cut off
   * is done again, so that only the last of what it does may take effect.
   *
   * @param name the step's name, the same in every attempt and unique in the handler, 1 to 128
   *     characters
   * @param type what the step results in; Jackson can write and read it, up to 16 KiB as JSON
   * @param work the step
   * @param <T> what the step results in
   * @param <X> what the step may throw
   * @return the result, of this attempt or of the one that did the step
   * @throws X what the step threw; nothing is stored then
   * @throws IllegalArgumentException if the result cannot be written as JSON, or the stored one
   *     cannot be read as the type
   * @throws NotDurableException if the result cannot be stored; the step is done again in the next
   *     attempt
   */
  <T extends @Nullable Object, X extends Exception> T step(
      String name, Class<T> type, JobWork<T, X> work) throws X;

  /**
   * Does a part of the work that must not be interrupted, for instance writing a boot record. An
   * interruption, for whatever reason, comes when it has ended; {@link #isCancelled()} tells
   * meanwhile. Keep it short: a job that is past its deadline and its grace is reported without it.
   *
   * @param work the part; its thread is that which calls
   * @param <T> what it results in
   * @param <X> what it may throw
   * @return its result
   * @throws X what it threw
   */
  <T extends @Nullable Object, X extends Exception> T shielded(JobWork<T, X> work) throws X;
}
