package io.jobhandler.localjobs.internal.artifact;

/**
 * A request for an artifact that is refused. Part of normal work, so it carries no stack trace; its
 * message never repeats a query.
 */
public final class S3Exception extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final S3Error error;

  public S3Exception(S3Error error) {
    this(error, error.message());
  }

  public S3Exception(S3Error error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  public S3Error error() {
    return error;
  }

  /** What goes into the XML's message. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
