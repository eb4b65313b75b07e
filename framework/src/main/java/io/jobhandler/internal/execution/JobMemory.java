package io.jobhandler.internal.execution;

import io.jobhandler.JobWork;
import io.jobhandler.NotDurableException;
import org.jspecify.annotations.Nullable;

/**
 * What a job remembers over restarts. Called on the handler's threads, and blocks until what is to
 * be remembered is durable.
 */
public interface JobMemory {

  /**
   * Stores a checkpoint in place of the last.
   *
   * @param checkpoint the checkpoint
   * @throws IllegalArgumentException if it cannot be written
   * @throws NotDurableException if it cannot be stored
   */
  void store(Object checkpoint);

  /**
   * The last checkpoint.
   *
   * @param type what it is read into
   * @param <T> what it is read into
   * @return null where there is none
   * @throws IllegalArgumentException if it cannot be read as the type
   */
  <T> @Nullable T checkpoint(Class<T> type);

  /**
   * Does a step, unless its result is remembered.
   *
   * @param name the step
   * @param type what it results in
   * @param work the step
   * @param <T> what it results in
   * @param <X> what it may throw
   * @return the result
   * @throws X what the step threw
   */
  <T extends @Nullable Object, X extends Exception> T step(
      String name, Class<T> type, JobWork<T, X> work) throws X;
}
