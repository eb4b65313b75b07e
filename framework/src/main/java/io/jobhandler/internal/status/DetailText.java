package io.jobhandler.internal.status;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes any text fit for status details: keys of {@code [a-zA-Z0-9:_-]{1,128}}, values of 1 to 1024
 * characters without control characters. A job's end must be reported whatever its message looks
 * like.
 */
final class DetailText {
  private static final int MAX_KEY = 128;
  private static final int MAX_VALUE = 1024;
  private static final Pattern NOT_IN_KEY = Pattern.compile("[^a-zA-Z0-9:_-]");

  /** The service's {@code \p{C}}: control, format, private, lone surrogates, not assigned. */
  private static final Pattern NOT_IN_VALUE = Pattern.compile("\\p{C}+");

  /** Presigned URLs carry credentials in their query. */
  private static final Pattern URL_QUERY =
      Pattern.compile("(?i)(https?://[^\\s?#\"'<>]*)\\?[^\\s\"'<>]*");

  private DetailText() {}

  static String key(String text) {
    String clean = NOT_IN_KEY.matcher(text).replaceAll("_");
    return clean.isEmpty() ? "_" : clean.substring(0, Math.min(clean.length(), MAX_KEY));
  }

  static String value(@Nullable String text) {
    if (text == null) {
      return "-";
    }
    // Bounds the work on a message of a megabyte; a query that is cut here is removed all the same.
    String head = text.substring(0, Math.min(text.length(), 8 * MAX_VALUE));
    String clean = NOT_IN_VALUE.matcher(withoutQueries(head)).replaceAll(" ").strip();
    return clean.isEmpty() ? "-" : cut(clean);
  }

  static String withoutQueries(String text) {
    return URL_QUERY.matcher(text).replaceAll("$1?...");
  }

  private static String cut(String text) {
    if (text.length() <= MAX_VALUE) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_VALUE - 1));
    return text.substring(0, splitsPair ? MAX_VALUE - 1 : MAX_VALUE);
  }
}
