package io.jobhandler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that carries out the jobs of one operation.
 *
 * <p>The operation of a job is the string that its document holds under the top-level key {@code
 * operation}. The method is called on a thread of its own, once per attempt of a job execution, and
 * may declare these parameters in any order, the first three at most once each:
 *
 * <ul>
 *   <li>the document type, a class or record that the job document is strictly read into;
 *   <li>{@link ProgressReporter}, annotated with {@link Progress};
 *   <li>{@link JobContext};
 *   <li>{@link io.jobhandler.payload.VerifiedPayload} or {@code Map<String, VerifiedPayload>},
 *       annotated with {@link Payload}: as many as the document has payloads.
 * </ul>
 *
 * <p>It returns {@code void}, which means {@link JobResult#succeeded()}, or a {@link JobResult}.
 * {@link JobRejectedException} becomes REJECTED, {@link JobFailedException} and anything else that
 * is thrown becomes FAILED.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface JobHandler {

  /**
   * The operation that this method carries out; unique on a device.
   *
   * @return the operation name, 1 to 128 characters of {@code [a-zA-Z0-9:_.-]}
   */
  String operation();

  /**
   * How long one attempt may take before the handler is interrupted and the execution is reported
   * as FAILED with reason code {@code STEP_TIMEOUT}.
   *
   * @return an ISO-8601 duration over zero and up to {@code P6D}, for instance {@code PT10M}; empty
   *     means unset, so that the agent's default holds
   */
  String stepTimeout() default "";

  /**
   * Whether a report of progress starts the step timer anew, so that {@link #stepTimeout()} bounds
   * the time from one report to the next in place of the whole attempt. Every call of the {@link
   * ProgressReporter} counts, also one that says what was said before; a call that comes after the
   * deadline or after an interruption does not. The service's step timer goes along, the
   * in-progress timeout that a job itself may have in the cloud does not.
   *
   * @return unset by default, so that the timer is kept where the configuration does not say
   *     otherwise
   */
  OnProgress onProgress() default OnProgress.UNSET;
}
