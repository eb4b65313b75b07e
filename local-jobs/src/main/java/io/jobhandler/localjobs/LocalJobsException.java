package io.jobhandler.localjobs;

import static java.util.Objects.requireNonNull;

/** A request to the service that it refuses, named as AWS names the error. */
public final class LocalJobsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String errorName;

  /**
   * Creates the error.
   *
   * @param errorName the AWS name, for example {@code ResourceNotFoundException}
   * @param message what was wrong and what was expected
   */
  public LocalJobsException(String errorName, String message) {
    super(errorName + ": " + message);
    this.errorName = requireNonNull(errorName, "errorName");
  }

  /**
   * The AWS name of the error.
   *
   * @return {@code InvalidRequestException}, {@code InvalidJobDocumentException}, {@code
   *     ResourceNotFoundException}, {@code ResourceAlreadyExistsException} or {@code
   *     InvalidStateTransitionException}; for artifacts {@code InvalidBucketName}, {@code
   *     InvalidURI}, {@code KeyTooLongError} or {@code NoSuchVersion}
   */
  public String errorName() {
    return errorName;
  }
}
