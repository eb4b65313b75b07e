package io.jobhandler;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler that could not carry out its job: the execution ends FAILED. The service may
 * retry it, as the job's retry configuration says.
 */
public final class JobFailedException extends JobEndedException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception without details.
   *
   * @param reasonCode why, for machines: 1 to 128 characters of {@code [A-Z0-9_]}
   * @param reason why, for people
   * @throws IllegalArgumentException if the reason code has another form
   */
  public JobFailedException(String reasonCode, String reason) {
    this(reasonCode, reason, Map.of(), null);
  }

  /**
   * Makes an exception with details and a cause.
   *
   * @param reasonCode why, for machines: 1 to 128 characters of {@code [A-Z0-9_]}
   * @param reason why, for people
   * @param details the author's status details, at most six
   * @param cause what went wrong underneath, kept for the log; may be null
   * @throws IllegalArgumentException if the reason code has another form
   */
  public JobFailedException(
      String reasonCode, String reason, Map<String, String> details, @Nullable Throwable cause) {
    super(reasonCode, reason, details, cause);
  }

  @Override
  public JobResult toResult() {
    return new JobResult.Failed(reasonCode(), reason(), details());
  }
}
