package io.jobhandler.processor;

import io.jobhandler.processor.ParameterModel.Kind;
import java.util.EnumSet;
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
    return InjectedParameters.isMarkedWhereItMayBe(subject)
        && (subject.parameter().kind() != Kind.DOCUMENT
            || isPayload(subject.parameter())
            || isDocument(subject));
  }

  private static boolean isPayload(ParameterModel parameter) {
    return parameter.payload() != null || parameter.kind().isPayload();
  }

  private static boolean isDocument(ParameterSubject subject) {
    return InjectedParameters.isReadable(
        subject,
        ErrorCode.UNSUPPORTED_PARAMETER,
        "a handler takes a class or record for the document, a JobContext, a @Progress"
            + " ProgressReporter, and @Payload VerifiedPayloads");
  }

  private static void reportSecond(ParameterSubject subject) {
    if (subject.parameter().kind() == Kind.DOCUMENT) {
      subject.report(
          ErrorCode.SEVERAL_DOCUMENTS,
          "is a second document: a job has one document, read all of it into one class or record");
    } else {
      InjectedParameters.reportRepeated(subject);
    }
  }
}
