package io.jobhandler.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The source text of the call of a method.
 *
 * @param method the method
 * @param operation the operation that it is called for
 * @param data what gives the document or the checkpoint
 * @param names how the text names classes
 */
record MethodCallSource(CalledMethod method, String operation, String data, SourceNames names) {
  private static final int LINE_LENGTH = 100;

  static MethodCallSource of(HandlerMethodModel method, SourceNames names) {
    return new MethodCallSource(method, method.operation(), "document", names);
  }

  static MethodCallSource of(ContinuationModel method, SourceNames names) {
    return new MethodCallSource(method, method.operation(), "checkpoint", names);
  }

  /** The branch of a switch expression that calls the method and gives its result. */
  String resultBranch() {
    ReturnModel returned = method.returned();
    return switch (returned.kind()) {
      case NOTHING -> block(result(8, "", "") + ";", "yield JobResult.succeeded();");
      case DETAILS -> branch("ResultDetails.of(", ")");
      case RECORD ->
          block(
              result(8, "var result = ResultDetails.required(", ")") + ";",
              "yield new ResultDetails()" + components(returned) + indent(12) + ".succeeded();");
      default -> branch("", "");
    };
  }

  /** The branch of a switch that calls the method. */
  String branch() {
    return branch("", "");
  }

  private String branch(String before, String after) {
    String oneLine = label() + " " + result(0, before, after) + ";";
    return oneLine.length() <= LINE_LENGTH
        ? oneLine
        : label() + "\n" + indent(10) + result(10, before, after) + ";";
  }

  private String block(String first, String second) {
    return String.join(
        "\n", label() + " {", indent(8) + first, indent(8) + second, indent(6) + "}");
  }

  private static String components(ReturnModel returned) {
    return returned.components().stream()
        .map(component -> component.getSimpleName().toString())
        .map(name -> indent(12) + ".add(\"" + name + "\", result." + name + "())\n")
        .collect(Collectors.joining("", "\n", ""));
  }

  private String label() {
    return indent(6) + "case " + names.literal(operation) + " ->";
  }

  /** What the method returns, or what its stage ends with. */
  private String result(int indent, String before, String after) {
    return method.returned().isStaged()
        ? call(indent, before + "StagedResult.await(", ")" + after)
        : call(indent, before, after);
  }

  private String call(int indent, String before, String after) {
    String target = method.is(Modifier.STATIC) ? names.of(method.handlerClass()) : "handler";
    String start = before + target + "." + method.element().getSimpleName() + "(";
    List<String> arguments = method.parameters().stream().map(this::argument).toList();
    String joined = String.join(", ", arguments);
    String end = ")" + after;
    if (indent + start.length() + joined.length() + end.length() < LINE_LENGTH) {
      return start + joined + end;
    }
    String continuation = "\n" + indent(indent + 4);
    return indent + 4 + joined.length() + end.length() < LINE_LENGTH
        ? start + continuation + joined + end
        : start + continuation + String.join("," + continuation, arguments) + end;
  }

  private String argument(ParameterModel parameter) {
    return switch (parameter.kind()) {
      case DOCUMENT -> "invocation." + data + "(" + names.classOf(parameter) + ")";
      case CONTEXT -> "invocation.context()";
      case PROGRESS -> "invocation.progress()";
      case PAYLOAD -> "invocation.payload(" + names.literal(parameter.name()) + ")";
      case PAYLOADS -> "invocation.payloads(" + names.literal(parameter.name()) + ")";
    };
  }

  private static String indent(int spaces) {
    return " ".repeat(spaces);
  }
}
