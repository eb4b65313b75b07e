package io.jobhandler.internal.payload;

import io.jobhandler.ReasonCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A payload could not be downloaded or stored: the job ends FAILED. Its message repeats no URL's
 * query.
 */
public final class PayloadUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  PayloadUnavailableException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  /** What the store could not do; or the handler's thread was interrupted while it did. */
  static PayloadUnavailableException ofStore(String name, IOException cause)
      throws InterruptedException {
    if (Thread.interrupted() || cause instanceof InterruptedIOException) {
      throw new InterruptedException("interrupted while '%s' was stored".formatted(name));
    }
    return new PayloadUnavailableException(
        "'%s' could not be stored: %s".formatted(name, cause), cause);
  }

  /** {@return why, for machines} */
  public String reasonCode() {
    return ReasonCode.DOWNLOAD_FAILED;
  }
}
