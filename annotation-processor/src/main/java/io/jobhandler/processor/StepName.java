package io.jobhandler.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that are made of a method's name. */
final class StepName {
  /** At underscores, before a capital after what is none, and before the last of several. */
  private static final String BETWEEN_WORDS =
      "_+|(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})";

  private StepName() {}

  /** The name in words, for instance {@code read URL list} for {@code readURLList}. */
  static String inWords(String methodName) {
    return words(methodName).map(StepName::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return abbreviation ? word : word.toLowerCase(Locale.ROOT);
  }

  /** The name of a constant, for instance {@code READ_URL_LIST} for {@code readURLList}. */
  static String ofConstant(String methodName) {
    String name =
        words(methodName)
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0))
        ? name
        : "STEP_" + name;
  }

  private static Stream<String> words(String methodName) {
    return Arrays.stream(methodName.split(BETWEEN_WORDS)).filter(word -> !word.isEmpty());
  }
}
