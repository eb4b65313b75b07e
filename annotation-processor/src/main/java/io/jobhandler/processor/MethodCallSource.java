package io.jobhandler.processor;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

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
    if (method.returnType().getKind() == TypeKind.VOID) {
      return String.join(
          "\n",
          label() + " {",
          indent(8) + call(8) + ";",
          indent(8) + "yield JobResult.succeeded();",
          indent(6) + "}");
    }
    return branch();
  }

  /** The branch of a switch that calls the method. */
  String branch() {
    String oneLine = label() + " " + call(0) + ";";
    return oneLine.length() <= LINE_LENGTH ? oneLine : label() + "\n" + indent(10) + call(10) + ";";
  }

  private String label() {
    return indent(6) + "case " + names.literal(operation) + " ->";
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
