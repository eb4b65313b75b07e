package io.jobhandler.processor;

import io.jobhandler.OnInterrupt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of a handler method's description that says what it says of interruptions, retries and
 * its company.
 *
 * @param method the method
 * @param names how the text names classes
 */
record HandlerPolicySource(HandlerMethodModel method, SourceNames names) {
  private static final String LINE = "\n" + " ".repeat(22) + ".";

  /** The text, empty where nothing is said. */
  String text() {
    String calls =
        calls().stream().map(call -> LINE + call).collect(Collectors.joining())
            + MappingModel.inOrder(method).stream()
                .map(this::withMapping)
                .collect(Collectors.joining());
    return calls.isEmpty()
        ? ""
        : """

                  .withPolicy(
                      HandlerPolicy.unset()%s)\
    """
            .formatted(calls);
  }

  private List<String> calls() {
    HandlerAnnotation said = method.annotation();
    OnInterrupt rule = said.onInterrupt();
    List<String> calls = new ArrayList<>();
    add(calls, rule != OnInterrupt.UNSET, "withOnInterrupt(OnInterrupt." + rule + ")");
    add(calls, said.maxAttempts() != 0, "withMaxAttempts(" + said.maxAttempts() + ")");
    said.retryOn().forEach(type -> add(calls, true, "withRetryOn(" + classOf(type) + ")"));
    String backoff = said.backoff();
    add(calls, !backoff.isEmpty(), "withBackoff(" + names.literal(backoff) + ")");
    add(calls, said.exclusive(), "withExclusive()");
    return calls;
  }

  private static void add(List<String> calls, boolean said, String call) {
    if (said) {
      calls.add(call);
    }
  }

  private String withMapping(MappingModel mapping) {
    return """

                          .withMapping(
                              new ExceptionMapping(
                                  %s,
                                  MapException.Status.%s,
                                  %s))\
    """
        .formatted(classOf(mapping.type()), mapping.status(), names.literal(mapping.reasonCode()));
  }

  private String classOf(ExceptionType type) {
    return names.of(type.element()) + ".class";
  }
}
