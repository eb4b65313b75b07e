package io.jobhandler.processor;

/**
 * What a dispatcher says and does for the steps of its handler class, empty where it has none.
 *
 * @param model the class that reports them
 * @param names how the text names classes
 */
record StepScopeSource(JobStepsModel model, SourceNames names) {
  private static final String INSTANCE_CLASS =
      """

        @Override
        public Class<%1$s> instanceClass() {
          return %1$s.class;
        }
      """;

  private static final String DISPATCH =
      """
          try (StepScope steps = StepScope.open(invocation.progress())) {
            return call(operation, handler, invocation.withProgress(steps.progress()));
          }
        }

        private static JobResult call(String operation, %s handler, JobInvocation invocation)
            throws Throwable {
      """;

  private static final String AFTER_RESTART =
      """
          try (StepScope steps =
              StepScope.openAfterRestart(invocation.progress(), invocation.context())) {
            return callAfterRestart(
                operation, handler, invocation.withProgress(steps.progress()));
          }
        }

        @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
        private static JobResult callAfterRestart(
            String operation, %s handler, ContinuationInvocation invocation) throws Throwable {
      """;

  /** The method that names the class. */
  String instanceClass() {
    return model.isNeeded() ? INSTANCE_CLASS.formatted(model.simpleName()) : "";
  }

  /** The beginning of the method that calls a handler. */
  String dispatch() {
    return part(DISPATCH);
  }

  /** The beginning of the method that goes on after a restart. */
  String dispatchAfterRestart() {
    return part(AFTER_RESTART);
  }

  private String part(String template) {
    return model.isNeeded() ? template.formatted(names.of(model.handlerClass().element())) : "";
  }
}
