package io.jobhandler.jobs;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A request of the Jobs protocol did not succeed. */
public final class JobsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kept the request from succeeding. */
  public enum Kind {
    /** The service refused it; {@link #code()} says why. */
    REJECTED,
    /** No response came in time. It is not known whether the service carried the request out. */
    TIMED_OUT,
    /** It could not be handed to the connection. */
    NOT_SENT,
    /** The client was closed. */
    CLOSED
  }

  private final Kind kind;
  private final transient @Nullable RejectedError error;

  private JobsException(
      Kind kind, String message, @Nullable RejectedError error, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.error = error;
  }

  static JobsException rejected(String request, RejectedError error) {
    String code =
        error.code() == RejectedErrorCode.UNKNOWN ? "unknown code" : error.code().wireName();
    String message = "%s was refused: %s, %s".formatted(request, code, error.message());
    return new JobsException(Kind.REJECTED, message, error, null);
  }

  static JobsException of(Kind kind, String message, @Nullable Throwable cause) {
    return new JobsException(kind, message, null, cause);
  }

  /**
   * What made one of the client's futures fail, without the wrappers that futures put around it.
   *
   * @param failure what the future failed with
   * @return the exception itself where it is one of these, else one of kind {@link Kind#NOT_SENT}
   */
  public static JobsException from(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof JobsException known
        ? known
        : of(Kind.NOT_SENT, "the request failed: " + cause, cause);
  }

  /**
   * What kept the request from succeeding.
   *
   * @return the kind of failure
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The service's code.
   *
   * @return the code where the request was {@link Kind#REJECTED}, else empty
   */
  public Optional<RejectedErrorCode> code() {
    return Optional.ofNullable(error).map(RejectedError::code);
  }

  /**
   * What the service has stored of the execution.
   *
   * @return the stored state, where the service sent it along with its refusal
   */
  public Optional<JobExecutionState> executionState() {
    return Optional.ofNullable(error).map(RejectedError::executionState);
  }

  /**
   * Whether the same request may succeed when it is sent again.
   *
   * @return true unless the service refused it for good or the client was closed
   */
  public boolean isRetryable() {
    return switch (kind) {
      case REJECTED -> code().map(RejectedErrorCode::isRetryable).orElse(false);
      case TIMED_OUT, NOT_SENT -> true;
      case CLOSED -> false;
    };
  }
}
