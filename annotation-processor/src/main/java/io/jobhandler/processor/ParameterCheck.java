package io.jobhandler.processor;

import io.jobhandler.processor.ParameterModel.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A handler takes the document, the context and the progress reporter, each at most once. */
final class ParameterCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (ParameterModel parameter : method.parameters()) {
      Subject subject = new Subject(method, parameter, reporter);
      if (isSupported(subject) && !seen.add(parameter.kind())) {
        reportSecond(subject);
      }
    }
  }

  private static boolean isSupported(Subject subject) {
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
    return kind != Kind.DOCUMENT || isDocument(subject);
  }

  private static boolean isDocument(Subject subject) {
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

  private static void reportUnsupported(Subject subject, String misfit) {
    subject.report(
        ErrorCode.UNSUPPORTED_PARAMETER,
        ("is of type %s, %s: a handler takes a class or record for the document, a JobContext, and"
                + " a @Progress ProgressReporter")
            .formatted(subject.typeName(), misfit));
  }

  private static void reportSecond(Subject subject) {
    if (subject.parameter().kind() == Kind.DOCUMENT) {
      subject.report(
          ErrorCode.SEVERAL_DOCUMENTS,
          "is a second document: a job has one document, read all of it into one class or record");
    } else {
      subject.report(
          ErrorCode.REPEATED_PARAMETER, "is a second " + subject.typeName() + ": remove it");
    }
  }

  private record Subject(
      HandlerMethodModel method, ParameterModel parameter, ErrorReporter reporter) {

    String typeName() {
      return TypeNames.displayName(parameter.type());
    }

    void report(ErrorCode code, String fault) {
      String name = parameter.element().getSimpleName().toString();
      reporter.error(
          code, parameter, "parameter '%s' of %s %s".formatted(name, method.signature(), fault));
    }
  }
}
