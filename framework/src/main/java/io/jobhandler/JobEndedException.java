package io.jobhandler;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a job from within a handler with a status, a reason code and details of the author's. */
public abstract sealed class JobEndedException extends RuntimeException
    permits JobFailedException, JobRejectedException {
  private static final long serialVersionUID = 1L;

  private final String reasonCode;

  @SuppressWarnings("serial") // what AuthorDetails gives is serializable
  private final Map<String, String> details;

  JobEndedException(
      String reasonCode, String reason, Map<String, String> details, @Nullable Throwable cause) {
    super(reason, cause);
    this.reasonCode = ReasonCode.requireValid(reasonCode);
    this.details = AuthorDetails.copyOf(details);
  }

  /**
   * Why, for machines.
   *
   * @return 1 to 128 characters of {@code [A-Z0-9_]}
   */
  public final String reasonCode() {
    return reasonCode;
  }

  /**
   * Why, for people.
   *
   * @return the exception's message
   */
  public final String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /**
   * What else the author has to say.
   *
   * @return the author's status details
   */
  public final Map<String, String> details() {
    return details;
  }

  /**
   * This exception as the result that it stands for.
   *
   * @return a result with this reason code, reason and details
   */
  public abstract JobResult toResult();
}
