package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/**
 * A JSON pointer in which one segment may be {@code *}.
 *
 * @param segments the segments as the pointer has them, escaped
 */
record PointerPattern(List<String> segments) {
  private static final String WILDCARD = "*";

  static PointerPattern of(String pointer) {
    return new PointerPattern(List.of(pointer.substring(1).split("/", -1)));
  }

  /** Where the elements are that the {@code *} stands for. */
  JsonPointer collection() {
    return pointer(segments.subList(0, segments.indexOf(WILDCARD)));
  }

  /** The pointer with an element's index or name in the place of the {@code *}. */
  JsonPointer at(String key) {
    String segment = Pointers.escape(key);
    return pointer(segments.stream().map(s -> s.equals(WILDCARD) ? segment : s).toList());
  }

  private static JsonPointer pointer(List<String> segments) {
    return segments.isEmpty()
        ? JsonPointer.empty()
        : JsonPointer.compile("/" + String.join("/", segments));
  }
}
