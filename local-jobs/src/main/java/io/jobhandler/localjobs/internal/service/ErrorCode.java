package io.jobhandler.localjobs.internal.service;

/** The codes a device gets when its request is rejected, in the words of the service. */
public enum ErrorCode {
  INVALID_TOPIC("InvalidTopic"),
  INVALID_JSON("InvalidJson"),
  INVALID_REQUEST("InvalidRequest"),
  INVALID_STATE_TRANSITION("InvalidStateTransition"),
  RESOURCE_NOT_FOUND("ResourceNotFound"),
  VERSION_MISMATCH("VersionMismatch"),
  INTERNAL_ERROR("InternalError"),
  REQUEST_THROTTLED("RequestThrottled"),
  TERMINAL_STATE_REACHED("TerminalStateReached");

  private final String wireName;

  ErrorCode(String wireName) {
    this.wireName = wireName;
  }

  /** The code as it stands in the payload. */
  public String wireName() {
    return wireName;
  }
}
