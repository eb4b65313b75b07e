package io.jobhandler.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which status details a record may become. All methods are safe for use by several threads. */
public final class DetailRules {
  /** How many details an author has: four of the service's ten are the framework's. */
  public static final int MOST_DETAILS = 6;

  /** Under this key is which agent instance wrote the details. */
  public static final String AGENT_TOKEN = "agentToken";

  /** Under this key is why an execution did not succeed, for machines. */
  public static final String REASON_CODE = "reasonCode";

  /** Under this key is why an execution did not succeed, for people. */
  public static final String REASON = "reason";

  /** Under this key is how far a job is. */
  public static final String PROGRESS = "progress";

  /** What becomes the text of a detail, for people. */
  public static final String VALUES =
      "text, numbers, truth values, enums, UUID, URI, Path, the dates and times of java.time, and"
          + " an Optional of these";

  private static final Set<String> RESERVED = Set.of(AGENT_TOKEN, REASON_CODE, REASON, PROGRESS);
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");

  /** Their text is a form that is defined, and stays. */
  private static final Set<String> VALUE_TYPES =
      Stream.of(
              String.class,
              Boolean.class,
              Character.class,
              Byte.class,
              Short.class,
              Integer.class,
              Long.class,
              Float.class,
              Double.class,
              BigDecimal.class,
              BigInteger.class,
              UUID.class,
              URI.class,
              Path.class,
              Duration.class,
              Instant.class,
              LocalDate.class,
              LocalDateTime.class,
              LocalTime.class,
              MonthDay.class,
              OffsetDateTime.class,
              OffsetTime.class,
              Period.class,
              Year.class,
              YearMonth.class,
              ZoneId.class,
              ZoneOffset.class,
              ZonedDateTime.class)
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  private DetailRules() {}

  /**
   * Whether the framework writes a key itself.
   *
   * @param key the key
   * @return true where an author's detail of that key is left out
   */
  public static boolean isReserved(String key) {
    return RESERVED.contains(key);
  }

  /**
   * Checks the key of an author's detail.
   *
   * @param key the key
   * @throws IllegalArgumentException if the service does not take it, or the framework writes it
   *     itself
   */
  public static void requireKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no key of a status detail, 1 to 128 characters of [a-zA-Z0-9:_-]: rename it"
              .formatted(key));
    }
    if (isReserved(key)) {
      throw new IllegalArgumentException(
          "'%s' is a status detail that the framework writes itself: rename it".formatted(key));
    }
  }

  /**
   * Whether objects of a class become the text of a detail. Those of primitives and enums do, too.
   *
   * @param className the binary name of the class
   * @return true for text, boxes and other classes whose text has a defined form
   */
  public static boolean isValue(String className) {
    return VALUE_TYPES.contains(className);
  }
}
