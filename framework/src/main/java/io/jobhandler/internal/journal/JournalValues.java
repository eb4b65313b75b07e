package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jobhandler.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints and the results of durable steps as JSON texts. Handlers write them, and another
 * version of the handler may read them: properties that it does not know are passed over, and those
 * that it misses are null, except primitives, which are asked for. Safe for use by several threads.
 */
public final class JournalValues {
  /** The most bytes that a value may have, as UTF-8. */
  public static final int MAX_BYTES = 16 * 1024;

  private static final ObjectMapper MAPPER =
      Json.strictMapper(Json.messageFactory(MAX_BYTES))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .build();

  private JournalValues() {}

  /**
   * Writes a value.
   *
   * @param value a record or another object that Jackson can write; null is a value too
   * @return JSON
   * @throws IllegalArgumentException if it cannot be written, or is too large; names its type and
   *     what to do
   */
  public static String write(@Nullable Object value) {
    String type = value == null ? "null" : value.getClass().getName();
    String json;
    try {
      json = MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a value of type %s cannot be stored as JSON (%s); make it a record of plain types"
              .formatted(type, fault(e)),
          e);
    }
    int bytes = json.getBytes(UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a value of type %s has %d bytes as JSON, more than %d; store less, for instance the name of a file with it"
              .formatted(type, bytes, MAX_BYTES));
    }
    return json;
  }

  /**
   * Reads a value.
   *
   * @param json what was written
   * @param type what it is read into
   * @param <T> what it is read into
   * @return the value; null where that was written
   * @throws IllegalArgumentException if it cannot be read as the type; names it and what to do, and
   *     repeats no value
   */
  @SuppressWarnings("NullAway") // JSON's null is null
  public static <T extends @Nullable Object> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "what was stored cannot be read as %s (%s); keep the properties that the version before has stored, and make new ones nullable or Optional"
              .formatted(type.getName(), fault(e)));
    }
  }

  private static String fault(JsonProcessingException fault) {
    String name = fault.getClass().getSimpleName();
    return fault instanceof JsonMappingException misfit && !misfit.getPath().isEmpty()
        ? name
            + misfit.getPath().stream().map(JournalValues::step).collect(joining("/", " at /", ""))
        : name;
  }

  private static String step(JsonMappingException.Reference reference) {
    String property = reference.getFieldName();
    return property == null ? Integer.toString(reference.getIndex()) : property;
  }
}
