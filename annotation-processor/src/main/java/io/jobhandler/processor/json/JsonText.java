package io.jobhandler.processor.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON. */
public final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;

  private JsonText(boolean pretty) {
    this.pretty = pretty;
  }

  /** Over several lines, indented by two spaces, with a line break at the end. */
  public static String pretty(Object value) {
    JsonText json = new JsonText(true);
    json.append(value, "\n");
    return json.text.append('\n').toString();
  }

  /** On one line. */
  public static String compact(Object value) {
    JsonText json = new JsonText(false);
    json.append(value, "");
    return json.text.toString();
  }

  private void append(Object value, String lineBreak) {
    if (value instanceof JsonObject object) {
      appendMembers(object.members(), lineBreak);
    } else if (value instanceof List<?> elements) {
      appendElements(elements, lineBreak);
    } else if (value instanceof CharSequence string) {
      appendString(string);
    } else if (value == JsonObject.NULL) {
      text.append("null");
    } else {
      text.append(value);
    }
  }

  private void appendMembers(Map<String, Object> members, String lineBreak) {
    text.append('{');
    Iterator<Map.Entry<String, Object>> rest = members.entrySet().iterator();
    while (rest.hasNext()) {
      Map.Entry<String, Object> member = rest.next();
      text.append(inner(lineBreak));
      appendString(member.getKey());
      text.append(pretty ? ": " : ":");
      append(member.getValue(), inner(lineBreak));
      text.append(rest.hasNext() ? "," : lineBreak);
    }
    text.append('}');
  }

  /** Simple values stand on one line. */
  private void appendElements(List<?> elements, String lineBreak) {
    boolean simple = elements.stream().noneMatch(e -> e instanceof JsonObject || e instanceof List);
    String inner = simple ? "" : inner(lineBreak);
    text.append('[');
    Iterator<?> rest = elements.iterator();
    while (rest.hasNext()) {
      text.append(inner);
      append(rest.next(), inner);
      text.append(rest.hasNext() ? separator(simple) : simple ? "" : lineBreak);
    }
    text.append(']');
  }

  private String separator(boolean simple) {
    return pretty && simple ? ", " : ",";
  }

  private String inner(String lineBreak) {
    return pretty ? lineBreak + "  " : "";
  }

  private void appendString(CharSequence string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      appendCharacter(string.charAt(i));
    }
    text.append('"');
  }

  private void appendCharacter(char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      default -> {
        // Half a pair of surrogates cannot be written in UTF-8, so all of them are escaped.
        boolean plain = c >= ' ' && c != 0x7F && !Character.isSurrogate(c);
        text.append(plain ? c : "\\u%04x".formatted((int) c));
      }
    }
  }
}
