package io.jobhandler.payload;

import io.jobhandler.ReasonCode;

/**
 * A payload is not to be used, however often it is downloaded: the job ends REJECTED. Its message
 * holds nothing secret, and nothing of the document but numbers.
 */
public final class PayloadRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reasonCode;

  /**
   * Makes an exception.
   *
   * @param reasonCode why, for machines: one of {@link ReasonCode}
   * @param reason why, for people
   * @throws IllegalArgumentException if the reason code is not 1 to 128 characters of {@code
   *     [A-Z0-9_]}
   */
  public PayloadRefusedException(String reasonCode, String reason) {
    super(reason);
    this.reasonCode = ReasonCode.requireValid(reasonCode);
  }

  /**
   * Why, for machines.
   *
   * @return for instance {@link ReasonCode#SIGNATURE_INVALID}
   */
  public String reasonCode() {
    return reasonCode;
  }
}
