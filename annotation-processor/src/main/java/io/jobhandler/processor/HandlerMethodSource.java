package io.jobhandler.processor;

import io.jobhandler.OnProgress;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * The source text that a dispatcher holds for one handler method.
 *
 * @param method the method
 * @param names how the text names classes
 */
record HandlerMethodSource(HandlerMethodModel method, SourceNames names) {
  private static final int LINE_LENGTH = 100;

  /** The expression that describes the method to the agent. */
  String description() {
    return descriptionOfMethod()
        + method.payloads().stream().map(this::withPayload).collect(Collectors.joining());
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
                names.literal(method.signature()))
        + onProgress();
  }

  private String onProgress() {
    OnProgress rule = method.annotation().onProgress();
    return rule == OnProgress.UNSET
        ? ""
        : "\n" + indent(14) + ".withOnProgress(OnProgress." + rule + ")";
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

  /** The branch of the switch expression that calls the method. */
  String branch() {
    String label = indent(6) + "case " + names.literal(method.operation()) + " ->";
    if (method.returnType().getKind() == TypeKind.VOID) {
      return String.join(
          "\n",
          label + " {",
          indent(8) + call(8) + ";",
          indent(8) + "yield JobResult.succeeded();",
          indent(6) + "}");
    }
    String oneLine = label + " " + call(0) + ";";
    return oneLine.length() <= LINE_LENGTH ? oneLine : label + "\n" + indent(10) + call(10) + ";";
  }

  private String call(int indent) {
    String target = method.is(Modifier.STATIC) ? names.of(method.handlerClass()) : "handler";
    String start = target + "." + method.element().getSimpleName() + "(";
    List<String> arguments = method.parameters().stream().map(this::argument).toList();
    String joined = String.join(", ", arguments);
    if (indent + start.length() + joined.length() + 2 <= LINE_LENGTH) {
      return start + joined + ")";
    }
    String continuation = "\n" + indent(indent + 4);
    return indent + 4 + joined.length() + 2 <= LINE_LENGTH
        ? start + continuation + joined + ")"
        : start + continuation + String.join("," + continuation, arguments) + ")";
  }

  private String argument(ParameterModel parameter) {
    return switch (parameter.kind()) {
      case DOCUMENT -> "invocation.document(" + className(parameter) + ")";
      case CONTEXT -> "invocation.context()";
      case PROGRESS -> "invocation.progress()";
      case PAYLOAD -> "invocation.payload(" + names.literal(parameter.name()) + ")";
      case PAYLOADS -> "invocation.payloads(" + names.literal(parameter.name()) + ")";
    };
  }

  private String documentClass() {
    return method.parameters().stream()
        .filter(parameter -> parameter.kind() == ParameterModel.Kind.DOCUMENT)
        .map(this::className)
        .findFirst()
        .orElse("null");
  }

  private String className(ParameterModel document) {
    return names.of(TypeNames.elementOf(document.type())) + ".class";
  }

  private static String indent(int spaces) {
    return " ".repeat(spaces);
  }
}
