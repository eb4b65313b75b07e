package io.jobhandler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reports the progress of the running job.
 *
 * <p><b>On a parameter</b> of a {@link JobHandler} or {@link AfterRestart} method, it injects the
 * {@link ProgressReporter}. The attributes mean nothing there, and are refused.
 *
 * <p><b>On a method</b> of a class that declares {@link JobHandler} methods, it makes the method a
 * step of the jobs that call it. Its name is reported when it is called, and its weight when it has
 * returned. The percentage is what the steps that are done are worth together:
 *
 * <ul>
 *   <li>A step that throws is not done. A step that is called again counts once.
 *   <li>What the handler reports itself while a step runs is a percentage of that step: 50 in a
 *       step that is worth 40, after others that are worth 30, makes 50. Outside of the steps it is
 *       a percentage of the job, and reported as it is.
 *   <li>When a step has ended that was called by another, the name is that of the other again.
 *   <li>An {@link AfterRestart} method goes on from the percentage that the service has stored.
 * </ul>
 *
 * <p>The step belongs to the job whose handler is on the same thread. Called on another thread, by
 * an {@link OnCancelled} method, or by whoever else has the object, the method just runs.
 *
 * <p>The annotation processor writes a subclass whose name ends in {@code _JobSteps} and which has
 * the constructors of the class; the agent makes that. So a step is an instance method that is not
 * private, final or abstract, and its class can be extended within its package. Of an object of the
 * class itself no steps are reported, nor where the annotation processor was not used; the log says
 * so when the agent is built.
 */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Progress {

  /**
   * What is being done, for instance {@code "write image"}, unique in the class.
   *
   * @return up to 1024 characters without control characters; empty for the method's name in words
   */
  String step() default "";

  /**
   * How much of the job the step is, all steps of a class together 100 at most.
   *
   * @return percentage points from 0 to 100; at 0 the step has a name and is worth nothing
   */
  int weight() default 0;
}
