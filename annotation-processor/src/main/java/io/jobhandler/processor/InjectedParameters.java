package io.jobhandler.processor;

import io.jobhandler.processor.ParameterModel.Kind;
import io.jobhandler.processor.types.TypeNames;
import java.util.Optional;

/** What is asked of the parameters of all methods that the dispatcher calls. */
final class InjectedParameters {

  private InjectedParameters() {}

  /**
   * Reports where the mark of the progress reporter is missing or on something else, and returns
   * false for the latter, which nothing else need be said of.
   */
  static boolean isMarkedWhereItMayBe(ParameterSubject subject) {
    boolean marked = subject.parameter().progress() != null;
    boolean reports = subject.parameter().kind() == Kind.PROGRESS;
    if (marked && !reports) {
      subject.report(
          ErrorCode.MISPLACED_PROGRESS,
          "is annotated with @Progress and is a "
              + subject.typeName()
              + ": declare it as ProgressReporter, or remove @Progress");
      return false;
    }
    if (!marked && reports) {
      subject.report(
          ErrorCode.MISSING_PROGRESS,
          "is a ProgressReporter without @Progress: annotate it with @Progress");
    }
    return true;
  }

  /** Whether JSON can be read into the type; reports why not, or that it is out of reach. */
  static boolean isReadable(ParameterSubject subject, ErrorCode unsupported, String whatIsTaken) {
    Optional<String> misfit = DocumentTypes.misfitOf(subject.parameter().type());
    if (misfit.isPresent()) {
      subject.report(
          unsupported,
          "is of type %s, %s: %s".formatted(subject.typeName(), misfit.get(), whatIsTaken));
      return false;
    }
    DocumentTypes.obstacleTo(
            subject.parameter().type(), TypeNames.packageOf(subject.parameter().element()))
        .ifPresent(
            obstacle ->
                subject.report(
                    ErrorCode.INACCESSIBLE_TYPE,
                    "is of a type out of the dispatcher's reach because " + obstacle));
    return true;
  }

  static void reportRepeated(ParameterSubject subject) {
    subject.report(
        ErrorCode.REPEATED_PARAMETER, "is a second " + subject.typeName() + ": remove it");
  }
}
