package io.jobhandler.processor;

import io.jobhandler.OnProgress;
import java.util.stream.Collectors;

/**
 * The expression that describes a handler method to the agent.
 *
 * @param handlerClass the class with all that belongs to the method
 * @param method the method
 * @param names how the text names classes
 */
record HandlerMethodSource(
    HandlerClassModel handlerClass, HandlerMethodModel method, SourceNames names) {

  String text() {
    return descriptionOfMethod()
        + onProgress()
        + method.payloads().stream().map(this::withPayload).collect(Collectors.joining())
        + new HandlerPolicySource(method, names).text()
        + withContinuation(ContinuationKind.AFTER_RESTART)
        + withContinuation(ContinuationKind.ON_CANCELLED);
  }

  private String descriptionOfMethod() {
    return """
              HandlerMethod.of(
                  %s,
                  %s,
                  %s,
                  %s)\
    """
        .formatted(
            names.literal(method.operation()),
            documentClass(),
            names.literal(method.annotation().stepTimeout()),
            names.literal(method.signature()));
  }

  private String onProgress() {
    OnProgress rule = method.annotation().onProgress();
    return rule == OnProgress.UNSET
        ? ""
        : "\n" + " ".repeat(14) + ".withOnProgress(OnProgress." + rule + ")";
  }

  private String withPayload(PayloadModel payload) {
    return """

                  .withPayload(
                      new PayloadParameter(
                          %s,
                          %s,
                          %s,
                          %s,
                          %s))\
    """
        .formatted(
            names.literal(payload.parameter().name()),
            names.literal(payload.text(PayloadModel.URL)),
            names.literal(payload.text(PayloadModel.CODESIGN)),
            names.literal(payload.text(PayloadModel.ANCHOR)),
            payload.isSeveral());
  }

  private String withContinuation(ContinuationKind kind) {
    return handlerClass
        .continuation(kind, method.operation())
        .map(this::withContinuation)
        .orElse("");
  }

  private String withContinuation(ContinuationModel continuation) {
    return """

                  .with%s(
                      %s,
                      %s)\
    """
        .formatted(
            continuation.kind().annotation().getSimpleName(),
            continuation.checkpoint().map(names::classOf).orElse("null"),
            names.literal(continuation.signature()));
  }

  private String documentClass() {
    return method.parameters().stream()
        .filter(parameter -> parameter.kind() == ParameterModel.Kind.DOCUMENT)
        .map(names::classOf)
        .findFirst()
        .orElse("null");
  }
}
