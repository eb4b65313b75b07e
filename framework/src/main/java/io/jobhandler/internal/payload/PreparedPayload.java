package io.jobhandler.internal.payload;

import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.PayloadVerification;

/**
 * A payload of which all that can be refused without a byte of it was looked at. Only {@link
 * PayloadChecks} makes one.
 */
public final class PreparedPayload {
  private final PayloadReference reference;
  private final PayloadVerification verification;

  PreparedPayload(PayloadReference reference, PayloadVerification verification) {
    this.reference = reference;
    this.verification = verification;
  }

  /** {@return where the document points to} */
  public PayloadReference reference() {
    return reference;
  }

  /** {@return what the payload will be verified with} */
  public PayloadVerification verification() {
    return verification;
  }
}
