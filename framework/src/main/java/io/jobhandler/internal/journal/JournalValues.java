package io.jobhandler.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jobhandler.internal.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What handlers remember, as JSON. */
public final class JournalValues {
  private static final int MAX_BYTES = 16 * 1024;

  private static final ObjectMapper MAPPER =
      Json.strictMapper(Json.documentFactory(MAX_BYTES, 32))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .build();

  private JournalValues() {}

  /** Writes a value. */
  public static String write(@Nullable Object value) {
    try {
      String json = MAPPER.writeValueAsString(value);
      if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        throw new IllegalArgumentException("the value has more than 16 KiB as JSON");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the value cannot be written as JSON", e);
    }
  }

  /** Reads a value. */
  @SuppressWarnings("NullAway") // JSON's null is null
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be read as " + type.getName(), e);
    }
  }
}
