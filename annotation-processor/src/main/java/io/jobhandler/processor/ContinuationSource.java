package io.jobhandler.processor;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The methods of a dispatcher that call what belongs to the handlers.
 *
 * @param handlerClass the handler class
 * @param names how the text names classes
 */
record ContinuationSource(HandlerClassModel handlerClass, SourceNames names) {
  private static final String AFTER_RESTART =
      """

        @Override
        @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
        public JobResult dispatchAfterRestart(
            String operation, %1$s handler, ContinuationInvocation invocation) throws Throwable {
      %4$s    return switch (operation) {
      %2$s
      %3$s
          };
        }
      """;
  private static final String ON_CANCELLED =
      """

        @Override
        public void dispatchOnCancelled(
            String operation, %1$s handler, ContinuationInvocation invocation) throws Throwable {
          switch (operation) {
      %2$s
      %3$s
          }
        }
      """;

  /** The text, empty where the class has no such methods. */
  String text() {
    return text(ContinuationKind.AFTER_RESTART, AFTER_RESTART, MethodCallSource::resultBranch)
        + text(ContinuationKind.ON_CANCELLED, ON_CANCELLED, MethodCallSource::branch);
  }

  private String text(
      ContinuationKind kind, String template, Function<MethodCallSource, String> branch) {
    List<ContinuationModel> methods =
        handlerClass.continuations(kind).stream()
            .sorted(Comparator.comparing(ContinuationModel::operation))
            .toList();
    if (methods.isEmpty()) {
      return "";
    }
    String branches =
        methods.stream()
            .map(method -> branch.apply(MethodCallSource.of(method, names)))
            .collect(Collectors.joining("\n"));
    List<String> known = methods.stream().map(ContinuationModel::operation).toList();
    String what = kind.annotationName() + " method";
    return template.formatted(
        names.of(handlerClass.element()),
        branches,
        new UnknownOperationSource(handlerClass, names).branch(what, known),
        new StepScopeSource(JobStepsModel.of(handlerClass), names).dispatchAfterRestart());
  }
}
