package io.jobhandler.internal.document;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;
import java.util.regex.Pattern;

/** A job cannot be begun because of its document. */
public final class DocumentFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  /** No fault repeats a value, but a name may be as secret, or what an author's type says. */
  private static final Pattern QUERY = Pattern.compile("(?i)(\\?|X-Amz-)[^\\s\"'<>]+");

  private final String reasonCode;

  DocumentFaultException(String reasonCode, String reason) {
    super(QUERY.matcher(reason).replaceAll("$1..."));
    this.reasonCode = reasonCode;
  }

  /** The document is not what the handler takes. */
  static DocumentFaultException invalid(String reason) {
    return new DocumentFaultException(ReasonCode.INVALID_DOCUMENT, reason);
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
