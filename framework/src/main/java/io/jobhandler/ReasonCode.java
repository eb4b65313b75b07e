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
