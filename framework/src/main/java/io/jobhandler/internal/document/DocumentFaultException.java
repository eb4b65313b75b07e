package io.jobhandler.internal.document;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.spi.ConstraintViolation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A job cannot be begun because of its document. */
public final class DocumentFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  /** No fault repeats a value, but a name may be as secret, or what an author's type says. */
  private static final Pattern QUERY = Pattern.compile("(?i)(\\?|X-Amz-)[^\\s\"'<>]+");

  private static final int MAX_POINTER = 120;

  private final String reasonCode;

  private DocumentFaultException(String reasonCode, String reason) {
    super(reason);
    this.reasonCode = reasonCode;
  }

  static DocumentFaultException of(String reasonCode, String reason) {
    return new DocumentFaultException(reasonCode, withoutQueries(reason));
  }

  /** The document is not what the handler takes. */
  static DocumentFaultException invalid(String reason) {
    return of(ReasonCode.INVALID_DOCUMENT, reason);
  }

  /**
   * The document does not keep its type's constraints, which the source code tells and no value.
   */
  static DocumentFaultException violating(List<ConstraintViolation> violations) {
    return new DocumentFaultException(
        ReasonCode.INVALID_DOCUMENT,
        violations.stream()
            .map(v -> new ConstraintViolation(shortened(withoutQueries(v.pointer())), v.message()))
            .map(ConstraintViolation::toString)
            .collect(Collectors.joining("; ")));
  }

  private static String withoutQueries(String text) {
    return QUERY.matcher(text).replaceAll("$1...");
  }

  /** The names in a map are as long as the document has them, and should leave room for others. */
  private static String shortened(String pointer) {
    return pointer.length() <= MAX_POINTER ? pointer : pointer.substring(0, MAX_POINTER) + "...";
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
