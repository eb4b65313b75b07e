package io.jobhandler.processor.javadoc;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes plain text of what stands in a Javadoc comment: paragraphs with an empty line between. */
public final class JavadocText {
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)}");
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain|value)\\s+(\\S+?)(?:\\s+([^{}]*?))?}");
  private static final Pattern OTHER_TAG = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?i)</?(?:p|ul|ol|table|tr|pre|h[1-6]|dl|div)\\b[^>]*>");
  private static final Pattern ITEM = Pattern.compile("(?i)<(?:li|dt|dd)\\b[^>]*>");
  private static final Pattern ELEMENT = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern BREAK = Pattern.compile("\\n\\s*\\n");
  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&nbsp;", " ", "&#64;", "@");

  private JavadocText() {}

  /** The plain text, empty where nothing is left. */
  public static String plain(String comment) {
    // Angle brackets in code are no elements: they stand aside while those are taken out.
    String text = CODE.matcher(comment).replaceAll(code -> quoted(hidden(code.group(1).strip())));
    text = LINK.matcher(text).replaceAll(link -> quoted(nameOf(link.group(1), link.group(2))));
    text = OTHER_TAG.matcher(text).replaceAll("$1");
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    text = ITEM.matcher(text).replaceAll("\n\n- ");
    text = unescaped(ELEMENT.matcher(text).replaceAll(""));
    return Arrays.stream(BREAK.split(text))
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  private static String hidden(String code) {
    return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String nameOf(String reference, String label) {
    if (label != null && !label.isBlank()) {
      return label.strip();
    }
    String name = reference.startsWith("#") ? reference.substring(1) : reference;
    return name.replaceFirst("^(?:[a-z_]\\w*\\.)+(?=[A-Z])", "").replace('#', '.');
  }

  private static String unescaped(String text) {
    String plain = text;
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      plain = plain.replace(entity.getKey(), entity.getValue());
    }
    return plain.replace("&amp;", "&");
  }
}
