package io.jobhandler.processor;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The source text of a dispatcher, the same for the same handler class. It suppresses the warnings
 * that it would get for how the handler class and the documents are declared: it may be public
 * where they are not.
 *
 * @param handlerClass the handler class, which has passed the checks
 * @param names how the text names classes
 * @param seesGenerated whether the dispatcher may use the annotation for generated code
 * @param validates whether there is a class that checks the documents
 */
record DispatcherSource(
    HandlerClassModel handlerClass, SourceNames names, boolean seesGenerated, boolean validates) {

  private static final String TEMPLATE =
      """
      %1$s%2$s
      /** Calls the job handlers of {@link %4$s}. */
      %3$s@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
      public final class %5$s implements JobDispatcher<%4$s> {
        private static final List<HandlerMethod> HANDLER_METHODS =
            List.of(
      %6$s);

        /** Called by the agent, which finds this class in the index. */
        public %5$s() {}

        @Override
        public Class<%4$s> handlerClass() {
          return %4$s.class;
        }
      %10$s
        @Override
        public List<HandlerMethod> handlerMethods() {
          return HANDLER_METHODS;
        }
      %12$s
        @Override
        public JobResult dispatch(String operation, %4$s handler, JobInvocation invocation)
            throws Throwable {
      %11$s    return switch (operation) {
      %7$s
      %8$s
          };
        }
      %9$s}
      """;

  private static final String VALIDATE =
      """

        @Override
        public List<ConstraintViolation> validate(String operation, Object document) {
          return %s.validate(operation, document);
        }
      """;

  String text() {
    StepScopeSource steps = new StepScopeSource(JobStepsModel.of(handlerClass), names);
    return TEMPLATE.formatted(
        packageLine(handlerClass),
        new ImportsSource(handlerClass, seesGenerated, validates).text(),
        generated(seesGenerated),
        names.of(handlerClass.element()),
        handlerClass.dispatcherSimpleName(),
        joined(",\n", method -> new HandlerMethodSource(handlerClass, method, names).text()),
        joined("\n", method -> MethodCallSource.of(method, names).resultBranch()),
        new UnknownOperationSource(handlerClass, names).branch("handler", operations()),
        new ContinuationSource(handlerClass, names).text(),
        steps.instanceClass(),
        steps.dispatch(),
        validates ? VALIDATE.formatted(handlerClass.constraintsSimpleName()) : "");
  }

  static String packageLine(HandlerClassModel handlerClass) {
    String name = handlerClass.packageName();
    return name.isEmpty() ? "" : "package " + name + ";\n\n";
  }

  /** The annotation for generated code, if it may be used. */
  static String generated(boolean seesGenerated) {
    return seesGenerated ? "@Generated(\"" + DispatcherProcessor.class.getName() + "\")\n" : "";
  }

  private List<String> operations() {
    return handlerClass.methods().stream().map(HandlerMethodModel::operation).sorted().toList();
  }

  private String joined(String separator, Function<HandlerMethodModel, String> part) {
    return handlerClass.methods().stream()
        .sorted(Comparator.comparing(HandlerMethodModel::operation))
        .map(part)
        .collect(Collectors.joining(separator));
  }
}
