package io.jobhandler;

import java.util.regex.Pattern;

/**
 * The reason codes that the framework itself reports under {@code reasonCode} in an execution's
 * status details. Authors add their own, in the same form.
 */
public final class ReasonCode {

  /** REJECTED: no handler is known for the document's operation. */
  public static final String UNKNOWN_OPERATION = "UNKNOWN_OPERATION";

  /** REJECTED: the document is malformed, too large or not what the handler's type allows. */
  public static final String INVALID_DOCUMENT = "INVALID_DOCUMENT";

  /** FAILED: the handler threw something that carries no reason code of its own. */
  public static final String HANDLER_ERROR = "HANDLER_ERROR";

  /** FAILED: the handler did not end within its step timeout. */
  public static final String STEP_TIMEOUT = "STEP_TIMEOUT";

  /** FAILED: the process, the power or the agent went while the handler was running. */
  public static final String INTERRUPTED = "INTERRUPTED";

  /** REJECTED: the document brings no signature for a payload. */
  public static final String SIGNATURE_MISSING = "SIGNATURE_MISSING";

  /** REJECTED: the signature is malformed, or not that of the payload and the trust anchor. */
  public static final String SIGNATURE_INVALID = "SIGNATURE_INVALID";

  /** REJECTED: the signature algorithm is unknown, or not allowed for the trust anchor. */
  public static final String ALGORITHM_NOT_ALLOWED = "ALGORITHM_NOT_ALLOWED";

  /** REJECTED: the device has no trust anchor for the payload. */
  public static final String TRUST_ANCHOR_MISSING = "TRUST_ANCHOR_MISSING";

  /** REJECTED: the payload is larger than is allowed, or not as large as the document says. */
  public static final String PAYLOAD_SIZE = "PAYLOAD_SIZE";

  /** FAILED: the payload could not be downloaded or stored. */
  public static final String DOWNLOAD_FAILED = "DOWNLOAD_FAILED";

  /** FAILED: the handler was started as often as is allowed, and never came to an end. */
  public static final String ATTEMPTS_EXHAUSTED = "ATTEMPTS_EXHAUSTED";

  /** FAILED: the restart that the handler has asked for was asked for again, and never came. */
  public static final String NOT_RESTARTED = "NOT_RESTARTED";

  /** FAILED: the next attempt would begin when the service has given up on the execution. */
  public static final String RETRY_TOO_LATE = "RETRY_TOO_LATE";

  /** FAILED: the checkpoint cannot be read as the type that the handler declares now. */
  public static final String CHECKPOINT_UNREADABLE = "CHECKPOINT_UNREADABLE";

  private static final Pattern FORM = Pattern.compile("[A-Z0-9_]{1,128}");

  private ReasonCode() {}

  /**
   * Checks the form of a reason code.
   *
   * @param reasonCode the code
   * @return the same code
   * @throws IllegalArgumentException if it is not 1 to 128 characters of {@code [A-Z0-9_]}
   */
  public static String requireValid(String reasonCode) {
    if (!FORM.matcher(reasonCode).matches()) {
      throw new IllegalArgumentException(
          "reason code '%s' is not 1 to 128 characters of [A-Z0-9_], for instance BATTERY_LOW"
              .formatted(reasonCode));
    }
    return reasonCode;
  }
}
