package io.jobhandler.starter.internal.config;

import com.google.common.net.HostAndPort;
import com.google.common.primitives.Longs;
import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes values of text. */
final class Values {
  private static final int MQTTS_PORT = 8883;
  private static final Pattern THING_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
  private static final Pattern CLIENT_ID = Pattern.compile("\\P{Cntrl}{1,128}");
  private static final Pattern HOST = Pattern.compile("[a-zA-Z0-9._:-]+");
  private static final Pattern PACKAGE =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  /** Makes a value of text that is neither empty nor blank. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws InvalidValueException;
  }

  private static final Pattern TRUTH = Pattern.compile("true|false");

  private Values() {}

  static String thingName(String text) throws InvalidValueException {
    return matching(THING_NAME, text, "is no name of a thing");
  }

  static String clientId(String text) throws InvalidValueException {
    return matching(CLIENT_ID, text, "is no client identifier");
  }

  private static String matching(Pattern pattern, String text, String problem)
      throws InvalidValueException {
    if (!pattern.matcher(text).matches()) {
      throw new InvalidValueException(Shown.quoted(text) + " " + problem);
    }
    return text;
  }

  static HostAndPort endpoint(String text) throws InvalidValueException {
    HostAndPort endpoint = hostAndPort(text);
    if (endpoint == null
        || endpoint.getPort() == 0
        || !HOST.matcher(endpoint.getHost()).matches()) {
      throw new InvalidValueException(Shown.quoted(text) + " is no host[:port]");
    }
    return endpoint;
  }

  private static @Nullable HostAndPort hostAndPort(String text) {
    try {
      return HostAndPort.fromString(text).withDefaultPort(MQTTS_PORT);
    } catch (IllegalArgumentException e) {
      return null; // it would repeat the text as it is
    }
  }

  static Path path(String text) throws InvalidValueException {
    Path path = Shown.isLikeKey(text) ? null : pathOrNull(text);
    if (path == null) {
      throw new InvalidValueException(Shown.quoted(text) + " is no name of a file or folder");
    }
    return path;
  }

  private static @Nullable Path pathOrNull(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null; // it would repeat the text as it is
    }
  }

  static Parser<Duration> duration(Duration least, Duration most) {
    return text -> {
      Duration duration = isoDuration(text);
      if (duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        throw new InvalidValueException(Shown.quoted(text) + " is no such duration");
      }
      return duration;
    };
  }

  private static @Nullable Duration isoDuration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static Parser<Long> number(long least, long most) {
    return text -> {
      Long number = Longs.tryParse(text);
      if (number == null || number < least || number > most) {
        throw new InvalidValueException(Shown.quoted(text) + " is no such number");
      }
      return number;
    };
  }

  static boolean truth(String text) throws InvalidValueException {
    return Boolean.parseBoolean(matching(TRUTH, text, "is neither true nor false"));
  }

  static <E extends Enum<E>> Parser<E> oneOf(Class<E> type) {
    return oneOf(List.of(type.getEnumConstants()));
  }

  static <E extends Enum<E>> Parser<E> oneOf(List<E> constants) {
    return text ->
        constants.stream()
            .filter(constant -> constant.name().equals(text))
            .findFirst()
            .orElseThrow(
                () -> new InvalidValueException(Shown.quoted(text) + " is none of these words"));
  }

  static List<String> packages(String text) throws InvalidValueException {
    List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    for (String name : names) {
      matching(PACKAGE, name, "is no name of a package");
    }
    return names;
  }
}
