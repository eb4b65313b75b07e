package io.jobhandler;

import org.jspecify.annotations.Nullable;

/**
 * A part of a handler's work.
 *
 * @param <T> what it results in
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface JobWork<T extends @Nullable Object, X extends Exception> {

  /**
   * Does the work.
   *
   * @return the result
   * @throws X what went wrong
   */
  T run() throws X;
}
