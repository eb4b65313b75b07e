package io.jobhandler.jobs;

import java.util.Arrays;

/**
 * Why the service refused a request.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-https-api.html">
 *     ErrorResponse</a>
 */
public enum RejectedErrorCode {
  /** The topic maps to no operation. */
  INVALID_TOPIC("InvalidTopic"),
  /** The payload is not UTF-8 JSON. */
  INVALID_JSON("InvalidJson"),
  /** The payload is JSON that the operation does not allow. */
  INVALID_REQUEST("InvalidRequest"),
  /** The update is not possible from the stored status; comes with the stored state. */
  INVALID_STATE_TRANSITION("InvalidStateTransition"),
  /** There is no such job execution. */
  RESOURCE_NOT_FOUND("ResourceNotFound"),
  /** The expected version is not the stored one; comes with the stored state. */
  VERSION_MISMATCH("VersionMismatch"),
  /** The service failed; the request may be sent again. */
  INTERNAL_ERROR("InternalError"),
  /** Too many requests; this one may be sent again later. */
  REQUEST_THROTTLED("RequestThrottled"),
  /** The execution that was to be described has ended. */
  TERMINAL_STATE_REACHED("TerminalStateReached"),
  /** A code that this version does not know. */
  UNKNOWN("");

  private final String wireName;

  RejectedErrorCode(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The code as it stands in messages.
   *
   * @return for instance {@code VersionMismatch}; empty for {@link #UNKNOWN}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether the same request may succeed when it is sent again.
   *
   * @return true for {@link #INTERNAL_ERROR} and {@link #REQUEST_THROTTLED}
   */
  public boolean isRetryable() {
    return this == INTERNAL_ERROR || this == REQUEST_THROTTLED;
  }

  /**
   * Reads a code.
   *
   * @param wireName the code as it stands in a message
   * @return the code, {@link #UNKNOWN} where there is none of that name
   */
  public static RejectedErrorCode of(String wireName) {
    return Arrays.stream(values())
        .filter(code -> code.wireName.equals(wireName))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
