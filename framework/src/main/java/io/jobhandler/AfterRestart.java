package io.jobhandler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that goes on with an execution after a restart: one that the handler has asked
 * for with {@link JobResult#rebootAndContinue} or {@link JobResult#restartAndContinue}, or one that
 * cut it off where {@link JobHandler#onInterrupt()} is {@link OnInterrupt#RESUME}.
 *
 * <p>Only this method can say that a job was done which needed a restart. It is called on a thread
 * of its own under the step timeout of its handler, and may declare these parameters in any order,
 * each at most once:
 *
 * <ul>
 *   <li>the type of the checkpoint, a class or record; null where there is none, which only {@link
 *       JobContext#restartCause()} tells apart;
 *   <li>{@link ProgressReporter}, annotated with {@link Progress};
 *   <li>{@link JobContext}.
 * </ul>
 *
 * <p>It returns what a {@link JobHandler} method returns, a record, a map or a stage as well, and
 * may ask for a restart again with a {@link JobResult}. Declared in the class of its handler.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AfterRestart {

  /**
   * The operation whose executions this method goes on with.
   *
   * @return the operation of a {@link JobHandler} method of the same class
   */
  String operation();
}
