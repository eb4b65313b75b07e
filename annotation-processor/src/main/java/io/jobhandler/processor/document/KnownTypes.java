package io.jobhandler.processor.document;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** The types that Jackson reads from one value, as the agent has set it up. */
final class KnownTypes {
  private static final Map<String, JsonShape> SHAPES = new TreeMap<>();

  /** Types that a value of a document would choose a class, a file or code by. */
  private static final Set<String> FORBIDDEN = Set.of("java.lang.Class");

  static {
    JsonShape truth = new JsonShape.Truth();
    put(truth, "java.lang.Boolean", "java.util.concurrent.atomic.AtomicBoolean");
    put(whole(Byte.MIN_VALUE, 255), "java.lang.Byte"); // Jackson takes unsigned bytes, too
    put(whole(Short.MIN_VALUE, Short.MAX_VALUE), "java.lang.Short");
    put(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), "java.lang.Integer");
    put(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), "java.util.concurrent.atomic.AtomicInteger");
    put(whole(Long.MIN_VALUE, Long.MAX_VALUE), "java.lang.Long");
    put(whole(Long.MIN_VALUE, Long.MAX_VALUE), "java.util.concurrent.atomic.AtomicLong");
    put(new JsonShape.Whole(IntegerRange.UNBOUNDED), "java.math.BigInteger");
    put(new JsonShape.Decimal(), "java.lang.Float", "java.lang.Double", "java.lang.Number");
    put(new JsonShape.Decimal(), "java.math.BigDecimal");
    put(text(TextForm.PLAIN), "java.lang.String", "java.lang.CharSequence");
    put(text(TextForm.CHARACTER), "java.lang.Character");
    put(text(TextForm.UUID), "java.util.UUID");
    put(text(TextForm.URI), "java.net.URI", "java.net.URL");
    put(text(TextForm.PRESIGNED_URL), "io.jobhandler.payload.PresignedUrl");
    put(text(TextForm.DATE_TIME), "java.time.Instant", "java.time.OffsetDateTime");
    put(text(TextForm.DATE_TIME), "java.time.ZonedDateTime", "java.util.Date");
    put(text(TextForm.LOCAL_DATE_TIME), "java.time.LocalDateTime");
    put(text(TextForm.DATE), "java.time.LocalDate");
    put(text(TextForm.TIME), "java.time.LocalTime");
    put(text(TextForm.DURATION), "java.time.Duration");
    put(text(TextForm.OTHER), "java.time.Period", "java.time.YearMonth", "java.time.MonthDay");
    put(text(TextForm.OTHER), "java.time.ZoneId", "java.time.ZoneOffset", "java.time.OffsetTime");
    put(text(TextForm.OTHER), "java.util.Locale", "java.util.Currency", "java.util.TimeZone");
    put(text(TextForm.OTHER), "java.util.regex.Pattern", "java.nio.charset.Charset");
    put(text(TextForm.OTHER), "java.net.InetAddress", "java.net.InetSocketAddress");
    put(text(TextForm.OTHER), "java.io.File", "java.nio.file.Path");
    put(whole(Integer.MIN_VALUE, Integer.MAX_VALUE), "java.time.Year");
    put(new JsonShape.Anything(), "com.fasterxml.jackson.databind.JsonNode");
    put(new JsonShape.Anything(), "com.fasterxml.jackson.databind.node.ObjectNode");
    put(new JsonShape.Anything(), "com.fasterxml.jackson.databind.node.ArrayNode");
    put(new JsonShape.Anything(), "io.jobhandler.jobs.JobDocument", "java.lang.StackTraceElement");
  }

  private KnownTypes() {}

  private static void put(JsonShape shape, String... names) {
    for (String name : names) {
      SHAPES.put(name, shape);
    }
  }

  private static JsonShape whole(long min, long max) {
    return new JsonShape.Whole(IntegerRange.of(min, max));
  }

  private static JsonShape text(TextForm form) {
    return new JsonShape.Text(form);
  }

  /** What a class is read from, null where it is none of these. */
  static @Nullable JsonShape shapeOf(String qualifiedName) {
    return SHAPES.get(qualifiedName);
  }

  static boolean isForbidden(String qualifiedName) {
    return FORBIDDEN.contains(qualifiedName);
  }

  static JsonShape shapeOf(TypeKind primitive) {
    return switch (primitive) {
      case BOOLEAN -> new JsonShape.Truth();
      case BYTE -> whole(Byte.MIN_VALUE, 255);
      case SHORT -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(Long.MIN_VALUE, Long.MAX_VALUE);
      case CHAR -> text(TextForm.CHARACTER);
      case FLOAT, DOUBLE -> new JsonShape.Decimal();
      default -> throw new IllegalArgumentException(primitive + " is no primitive");
    };
  }
}
