package io.jobhandler.processor;

import io.jobhandler.OnProgress;
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
 */
record DispatcherSource(HandlerClassModel handlerClass, SourceNames names, boolean seesGenerated) {

  private static final String TEMPLATE =
      """
      %1$simport io.jobhandler.JobResult;
      %9$simport io.jobhandler.spi.HandlerMethod;
      import io.jobhandler.spi.JobDispatcher;
      import io.jobhandler.spi.JobInvocation;
      %10$simport java.util.List;
      %2$s
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

        @Override
        public List<HandlerMethod> handlerMethods() {
          return HANDLER_METHODS;
        }

        @Override
        public JobResult dispatch(String operation, %4$s handler, JobInvocation invocation)
            throws Throwable {
          return switch (operation) {
      %7$s
            default ->
                throw new IllegalArgumentException(
                    "no handler for operation '"
                        + operation
                        + %8$s);
          };
        }
      }
      """;

  String text() {
    return TEMPLATE.formatted(
        packageLine(),
        seesGenerated ? "import javax.annotation.processing.Generated;\n" : "",
        seesGenerated ? "@Generated(\"" + DispatcherProcessor.class.getName() + "\")\n" : "",
        names.of(handlerClass.element()),
        handlerClass.dispatcherSimpleName(),
        joined(",\n", HandlerMethodSource::description),
        joined("\n", HandlerMethodSource::branch),
        names.literal("' in " + handlerClass.nestedName() + "; known: " + known()),
        namesOnProgress() ? "import io.jobhandler.OnProgress;\n" : "",
        takesPayloads() ? "import io.jobhandler.spi.PayloadParameter;\n" : "");
  }

  private String packageLine() {
    String name = handlerClass.packageName();
    return name.isEmpty() ? "" : "package " + name + ";\n\n";
  }

  private boolean namesOnProgress() {
    return handlerClass.methods().stream()
        .anyMatch(method -> method.annotation().onProgress() != OnProgress.UNSET);
  }

  private boolean takesPayloads() {
    return handlerClass.methods().stream().anyMatch(method -> !method.payloads().isEmpty());
  }

  private String known() {
    return joined(", ", source -> source.method().operation());
  }

  private String joined(String separator, Function<HandlerMethodSource, String> part) {
    List<HandlerMethodModel> methods = handlerClass.methods();
    return methods.stream()
        .sorted(Comparator.comparing(HandlerMethodModel::operation))
        .map(method -> part.apply(new HandlerMethodSource(method, names)))
        .collect(Collectors.joining(separator));
  }
}
