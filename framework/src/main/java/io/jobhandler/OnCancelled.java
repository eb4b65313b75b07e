package io.jobhandler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that brings the device back into a valid state when an execution that its
 * handler has begun was cancelled, deleted or timed out in the cloud.
 *
 * <p>It is called once the handler's thread has ended, also after a restart in which the
 * cancellation came, and before any other job begins. Nothing is reported of its end. It may be
 * called again for the same execution when the power goes while it runs. It returns {@code void}
 * and may declare the type of the checkpoint (null where there is none) and {@link JobContext},
 * each at most once. Declared in the class of its handler.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnCancelled {

  /**
   * The operation whose cancelled executions this method is called for.
   *
   * @return the operation of a {@link JobHandler} method of the same class
   */
  String operation();
}
