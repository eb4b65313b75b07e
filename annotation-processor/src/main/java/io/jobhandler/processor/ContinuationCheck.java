package io.jobhandler.processor;

import java.util.List;
import java.util.stream.Collectors;

/** What goes on with a job belongs to a handler of the same class, and one to each at most. */
final class ContinuationCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    List<String> known =
        handlerClass.methods().stream()
            .map(HandlerMethodModel::operation)
            .sorted()
            .distinct()
            .toList();
    for (ContinuationModel method : handlerClass.continuations()) {
      if (!known.contains(method.operation())) {
        reportUnknown(method, handlerClass.nestedName(), known, reporter);
      }
      checkAlone(method, handlerClass, reporter);
    }
  }

  private static void reportUnknown(
      ContinuationModel method, String className, List<String> known, ErrorReporter reporter) {
    String fix =
        known.isEmpty()
            ? "there is none: move it to the class of its handler"
            : "known: %s; %s"
                .formatted(
                    String.join(", ", known),
                    DidYouMean.remedy(
                        DidYouMean.nearest(method.operation(), known),
                        "write one of these, or move it to the class of its handler"));
    reporter.error(
        ErrorCode.CONTINUATION_WITHOUT_HANDLER,
        method,
        ContinuationModel.OPERATION,
        "operation '%s' of %s is that of no @JobHandler in %s; %s"
            .formatted(method.operation(), method.signature(), className, fix));
  }

  private static void checkAlone(
      ContinuationModel method, HandlerClassModel handlerClass, ErrorReporter reporter) {
    String others =
        handlerClass.continuations(method.kind()).stream()
            .filter(other -> other.operation().equals(method.operation()))
            .filter(other -> !other.element().equals(method.element()))
            .map(ContinuationModel::signature)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      reporter.error(
          ErrorCode.DUPLICATE_CONTINUATION,
          method,
          ContinuationModel.OPERATION,
          "operation '%s' of %s is also that of %s: keep one %s method for each operation"
              .formatted(method.operation(), method.signature(), others, method.annotationName()));
    }
  }
}
