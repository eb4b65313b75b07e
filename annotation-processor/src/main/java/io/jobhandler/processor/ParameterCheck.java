package io.jobhandler.processor;

import io.jobhandler.processor.ParameterModel.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A handler takes the document, the context and the progress reporter, each at most once, and
 * payloads, which are checked apart.
 */
final class ParameterCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (ParameterModel parameter : method.parameters()) {
      ParameterSubject subject = new ParameterSubject(method, parameter, reporter);
      if (isSupported(subject) && !isPayload(parameter) && !seen.add(parameter.kind())) {
        reportSecond(subject);
      }
    }
  }

  private static boolean isSupported(ParameterSubject subject) {
    Kind kind = subject.parameter().kind();
    boolean annotated = subject.parameter().progress() != null;
    if (annotated && kind != Kind.PROGRESS) {
      subject.report(
          ErrorCode.MISPLACED_PROGRESS,
          "is annotated with @Progress and is a "
              + subject.typeName()
              + ": declare it as ProgressReporter, or remove @Progress");
      return false;
    }
    if (!annotated && kind == Kind.PROGRESS) {
      subject.report(
          ErrorCode.MISSING_PROGRESS,
          "is a ProgressReporter without @Progress: annotate it with @Progress");
    }
    return kind != Kind.DOCUMENT || isPayload(subject.parameter()) || isDocument(subject);
  }

  private static boolean isPayload(ParameterModel parameter) {
    return parameter.payload() != null || parameter.kind().isPayload();
  }

  private static boolean isDocument(ParameterSubject subject) {
    Optional<String> misfit = DocumentTypes.misfitOf(subject.parameter().type());
    if (misfit.isPresent()) {
      reportUnsupported(subject, misfit.get());
      return false;
    }
    DocumentTypes.obstacleTo(
            subject.parameter().type(), TypeNames.packageOf(subject.parameter().element()))
        .ifPresent(
            obstacle ->
                subject.report(
                    ErrorCode.INACCESSIBLE_DOCUMENT,
                    "is of a type out of the dispatcher's reach because " + obstacle));
    return true;
  }

  private static void reportUnsupported(ParameterSubject subject, String misfit) {
    subject.report(
        ErrorCode.UNSUPPORTED_PARAMETER,
        ("is of type %s, %s: a handler takes a class or record for the document, a JobContext, a"
                + " @Progress ProgressReporter, and @Payload VerifiedPayloads")
            .formatted(subject.typeName(), misfit));
  }

  private static void reportSecond(ParameterSubject subject) {
    if (subject.parameter().kind() == Kind.DOCUMENT) {
      subject.report(
          ErrorCode.SEVERAL_DOCUMENTS,
          "is a second document: a job has one document, read all of it into one class or record");
    } else {
      subject.report(
          ErrorCode.REPEATED_PARAMETER, "is a second " + subject.typeName() + ": remove it");
    }
  }
}
