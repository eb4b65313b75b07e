package io.jobhandler.localjobs.internal.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.internal.service.DocumentDelivery;
import io.jobhandler.localjobs.internal.service.ExecutionWithDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object with the service's field names. Times are whole epoch seconds. */
final class PayloadWriter {
  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write(PayloadWriter writer) throws IOException;
  }

  private final JsonGenerator json;

  private PayloadWriter(JsonGenerator json) {
    this.json = json;
  }

  static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(new PayloadWriter(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a payload could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  void text(String field, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  void number(String field, long value) throws IOException {
    json.writeNumberField(field, value);
  }

  void time(String field, @Nullable Instant value) throws IOException {
    if (value != null) {
      json.writeNumberField(field, value.getEpochSecond());
    }
  }

  void object(String field, Fields fields) throws IOException {
    json.writeObjectFieldStart(field);
    fields.write(this);
    json.writeEndObject();
  }

  void document(DocumentDelivery document) throws IOException {
    json.writeFieldName("jobDocument");
    json.writeRawValue(document.text());
  }

  /** The execution as a response has it. */
  void execution(@Nullable ExecutionWithDocument found, boolean withDocument) throws IOException {
    if (found != null) {
      String thingName = found.execution().thingName();
      object("execution", writer -> writer.executionFields(found, thingName, withDocument));
    }
  }

  /** The execution as notify-next has it: without the thing's name. */
  void nextExecution(@Nullable ExecutionWithDocument next) throws IOException {
    if (next != null) {
      object("execution", writer -> writer.executionFields(next, null, true));
    }
  }

  private void executionFields(
      ExecutionWithDocument next, @Nullable String thingName, boolean withDocument)
      throws IOException {
    JobExecution execution = next.execution();
    text("jobId", execution.jobId());
    text("thingName", thingName);
    text("status", execution.status().name());
    details(execution.statusDetails());
    times(execution);
    if (execution.approximateSecondsBeforeTimedOut().isPresent()) {
      number(
          "approximateSecondsBeforeTimedOut",
          execution.approximateSecondsBeforeTimedOut().getAsLong());
    }
    if (withDocument) {
      document(next.document());
    }
  }

  private void times(JobExecution execution) throws IOException {
    time("queuedAt", execution.queuedAt());
    time("startedAt", execution.startedAt());
    time("lastUpdatedAt", execution.lastUpdatedAt());
    number("versionNumber", execution.versionNumber());
    number("executionNumber", execution.executionNumber());
  }

  void state(JobExecution execution) throws IOException {
    object(
        "executionState",
        writer -> {
          writer.text("status", execution.status().name());
          writer.details(execution.statusDetails());
          writer.number("versionNumber", execution.versionNumber());
        });
  }

  void summaries(String field, List<JobExecution> executions) throws IOException {
    json.writeArrayFieldStart(field);
    for (JobExecution execution : executions) {
      json.writeStartObject();
      text("jobId", execution.jobId());
      times(execution);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void details(Map<String, String> details) throws IOException {
    if (details.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("statusDetails");
    for (Map.Entry<String, String> pair : details.entrySet()) {
      json.writeStringField(pair.getKey(), pair.getValue());
    }
    json.writeEndObject();
  }
}
