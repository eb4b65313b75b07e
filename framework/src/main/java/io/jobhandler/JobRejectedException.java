package io.jobhandler;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler that will not carry out its job: the device is not changed, and the execution
 * ends REJECTED. The service never retries a rejected execution.
 */
public final class JobRejectedException extends JobEndedException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception without details.
   *
   * @param reasonCode why, for machines: 1 to 128 characters of {@code [A-Z0-9_]}
   * @param reason why, for people
   * @throws IllegalArgumentException if the reason code has another form
   */
  public JobRejectedException(String reasonCode, String reason) {
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
  public JobRejectedException(
      String reasonCode, String reason, Map<String, String> details, @Nullable Throwable cause) {
    super(reasonCode, reason, details, cause);
  }

  @Override
  public JobResult toResult() {
    return new JobResult.Rejected(reasonCode(), reason(), details());
  }
}
