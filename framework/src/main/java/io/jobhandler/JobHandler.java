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
 * <p>It returns one of these:
 *
 * <ul>
 *   <li>{@code void}, which means {@link JobResult#succeeded()};
 *   <li>a {@link JobResult};
 *   <li>a {@code Map<String, String>}, which means {@link JobResult#succeeded(java.util.Map)} with
 *       what is not null of it;
 *   <li>a record, whose components become the details of a job that was done: six at most, each
 *       under its name. They are of type {@link String}, primitives and their boxes, enums (the
 *       constant's name), {@link java.math.BigDecimal}, {@link java.math.BigInteger}, {@link
 *       java.util.UUID}, {@link java.net.URI}, {@link java.nio.file.Path}, the dates and times of
 *       {@code java.time}, or an {@link java.util.Optional} of one of these; what is null or empty
 *       is left out. A name is of {@code [a-zA-Z0-9_]} and none that the framework writes itself:
 *       {@code agentToken}, {@code progress}, {@code reasonCode}, {@code reason};
 *   <li>a {@link java.util.concurrent.CompletionStage} or {@link
 *       java.util.concurrent.CompletableFuture} of one of these, {@link Void} for {@code void}.
 * </ul>
 *
 * <p>The method's thread waits for a stage, so that the next job begins when it has ended. What the
 * stage fails with counts as thrown by the method. An interruption ends the wait and cancels the
 * stage if it is a {@link java.util.concurrent.Future}; that does not end what runs on other
 * threads, which must look at {@link JobContext#isCancelled()} and stop writing.
 *
 * <p>Null in place of a result ends FAILED, {@link ReasonCode#HANDLER_ERROR}. {@link
 * JobRejectedException} becomes REJECTED, {@link JobFailedException} and anything else that is
 * thrown becomes FAILED.
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

  /**
   * What becomes of an execution whose handler was cut off by a loss of power, a crash or the end
   * of the process.
   *
   * @return unset by default, so that the configuration decides, and without it {@link
   *     OnInterrupt#FAIL}
   */
  OnInterrupt onInterrupt() default OnInterrupt.UNSET;

  /**
   * How often the handler may be started for one execution, counting retries and what was cut off,
   * but not what goes on after a restart that was asked for. After the last, the execution ends
   * FAILED: with what the handler threw, or {@code ATTEMPTS_EXHAUSTED} where it was cut off.
   *
   * @return 1 to 100; 0 means unset, so that the configuration decides, and without it 3
   */
  int maxAttempts() default 0;

  /**
   * The exceptions after which the handler is attempted again, with their subclasses.
   *
   * @return none by default
   */
  Class<? extends Throwable>[] retryOn() default {};

  /**
   * How long to wait before the second attempt; doubled before each further one, up to an hour,
   * give or take a fifth.
   *
   * @return an ISO-8601 duration over zero and up to {@code PT1H}; empty means unset, so that the
   *     configuration decides, and without it {@code PT5S}
   */
  String backoff() default "";

  /**
   * Whether the handler runs alone: it waits until no other job runs, and none begins while it
   * runs. For firmware.
   *
   * @return false by default
   */
  boolean exclusive() default false;
}
