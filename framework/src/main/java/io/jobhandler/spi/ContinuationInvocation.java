package io.jobhandler.spi;

import io.jobhandler.JobContext;
import io.jobhandler.ProgressReporter;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call of an {@link io.jobhandler.AfterRestart} or {@link
 * io.jobhandler.OnCancelled} method.
 *
 * @param checkpoint the checkpoint in the type that the method declares; null where there is none,
 *     or the method takes none
 * @param context what the method may know of its job
 * @param progress where the method says how far it is
 */
public record ContinuationInvocation(
    @Nullable Object checkpoint, JobContext context, ProgressReporter progress) {

  /**
   * The same arguments with another reporter.
   *
   * @param newProgress where the method says how far it is
   * @return the arguments
   */
  public ContinuationInvocation withProgress(ProgressReporter newProgress) {
    return new ContinuationInvocation(checkpoint, context, newProgress);
  }

  /**
   * The checkpoint in the type that the method declares.
   *
   * @param type the type
   * @param <T> the type
   * @return the checkpoint; null where there is none
   * @throws IllegalStateException if it has another type
   */
  public <T> @Nullable T checkpoint(Class<T> type) {
    if (checkpoint != null && !type.isInstance(checkpoint)) {
      throw new IllegalStateException(
          "expected a checkpoint of " + type.getName() + " for " + context.operation());
    }
    return type.cast(checkpoint);
  }
}
