package io.jobhandler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how an execution ends whose handler throws an exception that knows nothing of jobs. On a
 * {@link JobHandler} method, or on the class for all of its handlers: the method's mappings come
 * first, and among those of one place the most specific type. Without one the execution ends
 * FAILED, {@code HANDLER_ERROR}.
 *
 * <p>An exception that the handler is retried for ({@link JobHandler#retryOn()}) is mapped when no
 * attempt is left.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(MapException.List.class)
public @interface MapException {

  /** How the execution ends. */
  enum Status {
    /** The job was tried and did not succeed. */
    FAILED,
    /** The job cannot be carried out by this device, and nothing was changed. */
    REJECTED
  }

  /**
   * The exception, with its subclasses.
   *
   * @return a type that is not {@link JobRejectedException}, {@link JobFailedException} or {@link
   *     RetryLaterException}, which mean what they say
   */
  Class<? extends Throwable> type();

  /**
   * How the execution ends.
   *
   * @return FAILED by default
   */
  Status status() default Status.FAILED;

  /**
   * Why, for machines. The exception's type and message are the reason for people.
   *
   * @return 1 to 128 characters of {@code [A-Z0-9_]}
   */
  String reasonCode();

  /** Several mappings in one place. */
  @Documented
  @Target({ElementType.METHOD, ElementType.TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @interface List {
    /**
     * The mappings.
     *
     * @return one or more
     */
    MapException[] value();
  }
}
