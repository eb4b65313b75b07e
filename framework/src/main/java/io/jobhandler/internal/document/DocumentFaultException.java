package io.jobhandler.internal.document;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;

/** A job cannot be begun because of its document. */
public final class DocumentFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reasonCode;

  DocumentFaultException(String reasonCode, String reason) {
    super(reason);
    this.reasonCode = reasonCode;
  }

  /** Whether the document is sound and only no handler takes it. */
  public boolean isUnknownOperation() {
    return reasonCode.equals(ReasonCode.UNKNOWN_OPERATION);
  }

  /** The fault as the end of its job. */
  public JobOutcome toOutcome() {
    String reason = getMessage();
    return JobOutcome.rejected(reasonCode, reason == null ? "" : reason);
  }
}
