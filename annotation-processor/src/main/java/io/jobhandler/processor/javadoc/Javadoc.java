package io.jobhandler.processor.javadoc;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The Javadoc of an element.
 *
 * @param main what stands before the first block tag, as it is written
 * @param params the descriptions of {@code @param} tags, by parameter or component
 */
public record Javadoc(String main, Map<String, String> params) {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s*");
  private static final Pattern PARAM = Pattern.compile("(\\S+)\\s+(.*)", Pattern.DOTALL);
  private static final Pattern SAMPLE =
      Pattern.compile("for\\s+instance\\s+\\{@code\\s+([^{}]*)}", Pattern.CASE_INSENSITIVE);

  /** The Javadoc of a source file; empty where there is none, or only a class file. */
  public static Javadoc of(Element element, Elements elements) {
    String comment = elements.getDocComment(element);
    return comment == null ? new Javadoc("", Map.of()) : parse(comment);
  }

  private static Javadoc parse(String comment) {
    Matcher tag = BLOCK_TAG.matcher(comment);
    Map<String, String> params = new TreeMap<>();
    boolean found = tag.find();
    String main = found ? comment.substring(0, tag.start()) : comment;
    while (found) {
      boolean isParam = tag.group(1).equals("param");
      int start = tag.end();
      found = tag.find();
      Matcher param =
          PARAM.matcher(comment.substring(start, found ? tag.start() : comment.length()));
      if (isParam && param.matches()) {
        params.put(param.group(1), param.group(2));
      }
    }
    return new Javadoc(main, params);
  }

  /** The main description as plain text, empty where there is none. */
  public String text() {
    return JavadocText.plain(main);
  }

  /** What is said of a parameter or component as it is written, empty where nothing is. */
  public String param(String name) {
    return params.getOrDefault(name, "");
  }

  /**
   * The value that a description gives as a sample: the first {@code for instance} that is followed
   * by a code tag. Null where it gives none.
   */
  public static @Nullable String sampleIn(String description) {
    Matcher sample = SAMPLE.matcher(description);
    return sample.find() ? sample.group(1).strip() : null;
  }
}
