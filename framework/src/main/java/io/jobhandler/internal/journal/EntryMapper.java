package io.jobhandler.internal.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jobhandler.internal.json.Json;
import io.jobhandler.journal.JournalState;

/** Configures Jackson for entries: what is written is read back as it was, and nothing else is. */
final class EntryMapper {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = JournalState.Preparing.class, name = "PREPARING"),
    @JsonSubTypes.Type(value = JournalState.Running.class, name = "RUNNING"),
    @JsonSubTypes.Type(value = JournalState.Waiting.class, name = "WAITING"),
    @JsonSubTypes.Type(value = JournalState.Restarting.class, name = "RESTARTING"),
    @JsonSubTypes.Type(value = JournalState.Ended.class, name = "ENDED")
  })
  private interface NamedState {}

  private EntryMapper() {}

  static ObjectMapper create(int maxBytes) {
    return Json.strictMapper(Json.messageFactory(maxBytes))
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        // Half a surrogate pair cannot be written as UTF-8.
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .addModule(new JavaTimeModule())
        .addMixIn(JournalState.class, NamedState.class)
        .build();
  }
}
