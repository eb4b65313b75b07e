package io.jobhandler.internal.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jobhandler.internal.json.Json;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.io.IOException;

/** A journal entry as JSON with a format version. */
final class JournalJson {
  private static final String FORMAT_VERSION = "formatVersion";
  private static final int CURRENT = 2;
  private static final int MAX_BYTES = 1024 * 1024;

  private static final ObjectMapper MAPPER =
      Json.strictMapper(Json.documentFactory(MAX_BYTES, 8))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .addModule(new JavaTimeModule())
          .addMixIn(JournalState.class, NamedState.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = JournalState.Preparing.class, name = "PREPARING"),
    @JsonSubTypes.Type(value = JournalState.Running.class, name = "RUNNING"),
    @JsonSubTypes.Type(value = JournalState.Waiting.class, name = "WAITING"),
    @JsonSubTypes.Type(value = JournalState.Restarting.class, name = "RESTARTING"),
    @JsonSubTypes.Type(value = JournalState.Ended.class, name = "ENDED")
  })
  private interface NamedState {}

  private record Stored(
      @JsonProperty(FORMAT_VERSION) int formatVersion, @JsonUnwrapped JournalEntry entry) {}

  private JournalJson() {}

  static byte[] write(JournalEntry entry) throws IOException {
    return MAPPER.writeValueAsBytes(new Stored(CURRENT, entry));
  }

  static JournalEntry read(byte[] content) throws IOException {
    if (!(MAPPER.readTree(content) instanceof ObjectNode json)) {
      throw new IOException("the entry is not a JSON object");
    }
    int version = json.path(FORMAT_VERSION).asInt(-1);
    if (version != CURRENT) {
      throw new IOException(
          "the entry has format version %d, expected %d".formatted(version, CURRENT));
    }
    json.remove(FORMAT_VERSION);
    return MAPPER.treeToValue(json, JournalEntry.class);
  }
}
