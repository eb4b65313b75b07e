package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.JobExecution;
import org.jspecify.annotations.Nullable;

/**
 * A device's request that the service refuses. Part of normal work, so it carries no stack trace.
 */
public final class RequestRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String reason;
  private final transient @Nullable JobExecution state;

  public RequestRejectedException(ErrorCode code, String reason) {
    this(code, reason, null);
  }

  RequestRejectedException(ErrorCode code, String reason, @Nullable JobExecution state) {
    super(code.wireName() + ": " + reason, null, false, false);
    this.code = code;
    this.reason = reason;
    this.state = state;
  }

  public ErrorCode code() {
    return code;
  }

  /** What goes into the payload's message. */
  public String reason() {
    return reason;
  }

  /** The stored state, for the two codes that carry it. */
  public @Nullable JobExecution state() {
    return state;
  }
}
