package io.jobhandler.processor;

import io.jobhandler.processor.ParameterModel.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What goes on after a restart takes the checkpoint, the context and the progress reporter, each at
 * most once; what is called after a cancellation takes the first two.
 */
final class ContinuationParameterCheck implements HandlerCheck.OfContinuation {

  @Override
  public void check(ContinuationModel method, ErrorReporter reporter) {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (ParameterModel parameter : method.parameters()) {
      ParameterSubject subject = new ParameterSubject(method, parameter, reporter);
      if (isSupported(subject, method.kind()) && !seen.add(parameter.kind())) {
        reportSecond(subject);
      }
    }
  }

  private static boolean isSupported(ParameterSubject subject, ContinuationKind kind) {
    ParameterModel parameter = subject.parameter();
    String whatIsTaken = whatIsTaken(kind);
    if (parameter.payload() != null || parameter.kind().isPayload()) {
      reportUnsupported(subject, "is a payload: " + whatIsTaken);
      return false;
    }
    if (parameter.kind() == Kind.PROGRESS && !kind.reports()) {
      reportUnsupported(subject, "is a ProgressReporter: " + whatIsTaken);
      return false;
    }
    return InjectedParameters.isMarkedWhereItMayBe(subject)
        && (parameter.kind() != Kind.DOCUMENT
            || InjectedParameters.isReadable(
                subject, ErrorCode.UNSUPPORTED_CONTINUATION_PARAMETER, whatIsTaken));
  }

  private static void reportUnsupported(ParameterSubject subject, String fault) {
    subject.report(ErrorCode.UNSUPPORTED_CONTINUATION_PARAMETER, fault);
  }

  private static String whatIsTaken(ContinuationKind kind) {
    String start =
        "an %s method takes a class or record for the checkpoint".formatted(kind.annotationName());
    return kind.reports()
        ? start + ", a JobContext, and a @Progress ProgressReporter"
        : start + ", and a JobContext";
  }

  private static void reportSecond(ParameterSubject subject) {
    if (subject.parameter().kind() == Kind.DOCUMENT) {
      subject.report(
          ErrorCode.SEVERAL_CHECKPOINTS,
          "is a second checkpoint: a job has one checkpoint, read all of it into one class or"
              + " record");
    } else {
      InjectedParameters.reportRepeated(subject);
    }
  }
}
