package io.jobhandler.processor;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Guesses what was meant by a text that means nothing. */
final class DidYouMean {
  private static final int MOST_EDITS = 2;

  private DidYouMean() {}

  /** The end of a message: what was meant, or where that cannot be told, what to do instead. */
  static String remedy(Optional<String> meant, String otherwise) {
    return meant.map("did you mean \"%s\"?"::formatted).orElse(otherwise);
  }

  /** The known text that is a slip or two away, and no other text altogether. */
  static Optional<String> nearest(String text, Collection<String> known) {
    int most = Math.min(MOST_EDITS, text.length() / 3);
    return known.stream()
        .filter(candidate -> edits(text, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> edits(text, candidate)));
  }

  /** Levenshtein's distance: how many characters to insert, delete or replace. */
  static int edits(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }

  /** The same words as the name of an operation; none where they cannot be one. */
  static Optional<String> operation(String text) {
    return Optional.of(joined(text, "[^a-zA-Z0-9:_.-]+")).filter(OperationCheck::isValid);
  }

  /** The same words as a reason code, also where capitals begin them. */
  static Optional<String> reasonCode(String text) {
    String apart = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return Optional.of(joined(apart.toUpperCase(Locale.ROOT), "[^A-Z0-9_]+"))
        .filter(MappingCheck::isValid);
  }

  private static String joined(String text, String between) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return plain.replaceAll(between, "_").replaceAll("^_+|_+$", "");
  }
}
