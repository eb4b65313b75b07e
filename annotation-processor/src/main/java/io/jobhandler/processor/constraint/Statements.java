package io.jobhandler.processor.constraint;

import java.util.List;

/** Collects the statements of a method and breaks their lines. */
final class Statements {
  private static final int LINE_LENGTH = 100;

  private final StringBuilder text = new StringBuilder();
  private int indent;

  Statements(int indent) {
    this.indent = indent;
  }

  /** A call of a method of something, on one line if there is room. */
  void call(String target, String method, List<String> arguments) {
    String joined = String.join(", ", arguments);
    String call = "." + method + "(" + joined + ");";
    if (indent + target.length() + call.length() <= LINE_LENGTH) {
      line(target + call);
    } else if (isChained(target) && indent + 4 + call.length() <= LINE_LENGTH) {
      line(target);
      line("    " + call);
    } else {
      int ahead = begin(target, method);
      String separator = ",\n" + " ".repeat(indent + ahead);
      line(" ".repeat(ahead) + String.join(separator, arguments) + ");");
    }
  }

  private static boolean isChained(String target) {
    return target.contains("(");
  }

  /** Begins a call whose arguments have lines of their own, and says how far they are ahead. */
  private int begin(String target, String method) {
    if (isChained(target)) {
      line(target);
      line("    ." + method + "(");
      return 8;
    }
    line(target + "." + method + "(");
    return 4;
  }

  /** A call of a method that takes a value and what is to be done with its parts. */
  void callWithBlock(
      String target, String method, String value, String parameters, Runnable statements) {
    int ahead = begin(target, method);
    line(" ".repeat(ahead) + value + ",");
    line(" ".repeat(ahead) + "(" + parameters + ") -> {");
    indent += ahead + 2;
    statements.run();
    indent -= ahead + 2;
    line(" ".repeat(ahead) + "});");
  }

  void line(String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
  }

  String text() {
    return text.toString();
  }
}
