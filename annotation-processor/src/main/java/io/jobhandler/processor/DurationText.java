package io.jobhandler.processor;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A duration as people write it: {@code 10m}, {@code 10 minutes}, {@code P10M}. */
final class DurationText {
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "(?:PT?)?"
              + "(?:(?<days>\\d+)(?:D|DAYS?))?"
              + "T?"
              + "(?:(?<hours>\\d+)(?:H|HRS?|HOURS?))?"
              + "(?:(?<minutes>\\d+)(?:M|MINS?|MINUTES?))?"
              + "(?:(?<seconds>\\d+)(?:S|SECS?|SECONDS?))?",
          Pattern.CASE_INSENSITIVE);

  private DurationText() {}

  /** The duration that a text means, null where it means none in ISO-8601's form. */
  static @Nullable Duration parse(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The ISO-8601 form of what was meant, for instance {@code PT10M}. */
  static Optional<String> meant(String text) {
    Matcher amounts = AMOUNTS.matcher(text.replaceAll("[\\s,]", ""));
    return amounts.matches()
        ? Optional.of(iso(amounts)).filter(iso -> parse(iso) != null)
        : Optional.empty();
  }

  private static String iso(Matcher amounts) {
    String time =
        amount(amounts, "hours", "H")
            + amount(amounts, "minutes", "M")
            + amount(amounts, "seconds", "S");
    return "P" + amount(amounts, "days", "D") + (time.isEmpty() ? "" : "T" + time);
  }

  private static String amount(Matcher amounts, String group, String unit) {
    String amount = amounts.group(group);
    return amount == null ? "" : amount + unit;
  }
}
