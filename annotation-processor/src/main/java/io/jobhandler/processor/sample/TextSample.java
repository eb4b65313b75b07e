package io.jobhandler.processor.sample;

import static java.util.Map.entry;

import io.jobhandler.processor.constraint.Constraint;
import io.jobhandler.processor.document.TextForm;
import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds strings that fit their type, name and constraints. */
final class TextSample {
  /** Tried where what the name suggests does not fit. */
  private static final List<String> COMMON =
      List.of("1.0", "1.0.0", "1", "0", "a", "A", "user@example.com", "a1", "A1", "abc", "ABC");

  private static final int MAX_LENGTH = 1000;

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          entry("email", "user@example.com"),
          entry("file", "file.txt"),
          entry("folder", "folder"),
          entry("host", "device.example.com"),
          entry("path", "folder/file.txt"),
          entry("url", "https://example.com/"),
          entry("uri", "https://example.com/"),
          entry("version", "1.0"));

  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          entry("java.io.File", "folder/file.txt"),
          entry("java.net.InetAddress", "127.0.0.1"),
          entry("java.net.InetSocketAddress", "127.0.0.1:8883"),
          entry("java.nio.charset.Charset", "UTF-8"),
          entry("java.nio.file.Path", "folder/file.txt"),
          entry("java.time.MonthDay", "--01-31"),
          entry("java.time.OffsetTime", "12:00:00Z"),
          entry("java.time.Period", "P1D"),
          entry("java.time.YearMonth", "2030-01"),
          entry("java.time.ZoneId", "Europe/Berlin"),
          entry("java.time.ZoneOffset", "+01:00"),
          entry("java.util.Currency", "EUR"),
          entry("java.util.Locale", "en"),
          entry("java.util.TimeZone", "UTC"),
          entry("java.util.regex.Pattern", "[a-z]+"));

  private static final Map<TextForm, String> BY_FORM =
      Map.ofEntries(
          entry(TextForm.BASE64, "AQID"),
          entry(TextForm.CHARACTER, "a"),
          entry(TextForm.DATE, "2030-01-31"),
          entry(TextForm.DATE_TIME, "2030-01-31T12:00:00Z"),
          entry(TextForm.DURATION, "PT10M"),
          entry(TextForm.LOCAL_DATE_TIME, "2030-01-31T12:00:00"),
          entry(TextForm.PRESIGNED_URL, "https://example.com/file"),
          entry(TextForm.TIME, "12:00:00"),
          entry(TextForm.URI, "https://example.com/"),
          entry(TextForm.UUID, "123e4567-e89b-42d3-a456-426614174000"));

  private TextSample() {}

  /** The first that fits, null where none does. */
  static @Nullable String of(TextForm form, Wanted wanted) {
    if (form != TextForm.PLAIN) {
      return wanted.given() == null ? usual(form, wanted) : wanted.given();
    }
    Stream<String> guesses =
        Stream.concat(Stream.of(byName(wanted.name()), wanted.name()), COMMON.stream());
    return Stream.concat(
            Stream.ofNullable(wanted.given()), guesses.map(text -> sized(text, wanted)))
        .filter(text -> fits(text, wanted))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String usual(TextForm form, Wanted wanted) {
    return form == TextForm.OTHER
        ? BY_TYPE.get(TypeNames.qualifiedName(wanted.type()))
        : BY_FORM.get(form);
  }

  private static String byName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return BY_NAME.entrySet().stream()
        .filter(known -> small.endsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(name);
  }

  /** Repeated where it is too short, cut where it is too long. */
  private static String sized(String text, Wanted wanted) {
    int least = Math.min(wanted.least(), MAX_LENGTH);
    String longer =
        text.isEmpty() ? text : text.repeat(Math.max(1, -Math.floorDiv(-least, text.length())));
    return longer.substring(
        0, Math.min(longer.length(), Math.max(least, Math.min(text.length(), wanted.most()))));
  }

  private static boolean fits(String text, Wanted wanted) {
    return text.length() >= wanted.least()
        && text.length() <= wanted.most()
        && (!wanted.has(Constraint.NotBlank.class) || !text.isBlank())
        && wanted.all(Constraint.Pattern.class).allMatch(pattern -> matches(text, pattern))
        && wanted.all(Constraint.Email.class).allMatch(email -> isEmail(text, email));
  }

  private static boolean isEmail(String text, Constraint.Email email) {
    return text.contains("@") && (email.pattern() == null || matches(text, email.pattern()));
  }

  private static boolean matches(String text, Constraint.Pattern pattern) {
    return Pattern.compile(pattern.regex(), pattern.flags()).matcher(text).matches();
  }
}
