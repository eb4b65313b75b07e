package io.jobhandler.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jobhandler.internal.json.Json;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Jobs messages as JSON. Unknown fields are ignored, since the service may add some; what
 * identifies an execution must be there. The document is taken out of the message byte by byte.
 */
final class JobsJson {
  /** Twice what AWS IoT Core delivers at the most. */
  private static final int MAX_MESSAGE_BYTES = 256 * 1024;

  private static final String SOURCE = "source";

  /** The job is named by the topic. */
  @JsonIgnoreProperties("jobId")
  private interface WithoutJobId {}

  private static final ObjectMapper MAPPER =
      Json.strictMapper(Json.messageFactory(MAX_MESSAGE_BYTES))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .addMixIn(DescribeJobExecutionRequest.class, WithoutJobId.class)
          .addMixIn(UpdateJobExecutionRequest.class, WithoutJobId.class)
          .addModule(
              new SimpleModule("jobs")
                  .addDeserializer(Instant.class, new EpochSeconds())
                  .addDeserializer(JobDocument.class, new DocumentBytes())
                  .addDeserializer(JobStatus.class, new StatusName())
                  .addKeyDeserializer(JobStatus.class, new StatusKey())
                  .addDeserializer(RejectedErrorCode.class, new ErrorCodeName()))
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer();

  /** Jackson looks a type up anew for each reader that it makes; there are seven types. */
  private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

  private JobsJson() {}

  static <T> T read(byte[] message, Class<T> type) throws IOException {
    Json.requireUtf8(message);
    ObjectReader reader = READERS.computeIfAbsent(type, MAPPER::readerFor);
    T value = reader.withAttribute(SOURCE, message).readValue(message);
    if (value == null) {
      throw new IOException("the message is null, expected an object");
    }
    return value;
  }

  /** Says what kind of fault it is and where, and never what stands there. */
  static String describe(IOException fault) {
    String kind = fault.getClass().getSimpleName();
    return fault instanceof JsonProcessingException json && json.getLocation() != null
        ? "%s in column %d".formatted(kind, json.getLocation().getColumnNr())
        : kind;
  }

  static byte[] write(JobsRequest request) {
    try {
      return WRITER.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request cannot be written as JSON", e);
    }
  }

  private static JobStatus status(String name) {
    for (JobStatus status : JobStatus.values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    return JobStatus.UNKNOWN;
  }

  private static final class EpochSeconds extends StdDeserializer<Instant> {
    @Serial private static final long serialVersionUID = 1L;

    EpochSeconds() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          return Instant.ofEpochSecond(parser.getLongValue());
        }
        // Whole seconds everywhere by the reference; gateways have been seen to send fractions.
        // Not by way of BigDecimal, which writes out an exponent: 1e9999999 would take minutes.
        double millis = parser.getDoubleValue() * 1000;
        if (Math.abs(millis) < Long.MAX_VALUE) {
          return Instant.ofEpochMilli(Math.round(millis));
        }
        throw context.weirdNumberException(millis, Instant.class, "not a time in epoch seconds");
      } catch (DateTimeException e) {
        throw context.weirdNumberException(0, Instant.class, "not a time in epoch seconds");
      }
    }
  }

  private static final class DocumentBytes extends StdDeserializer<JobDocument> {
    @Serial private static final long serialVersionUID = 1L;

    DocumentBytes() {
      super(JobDocument.class);
    }

    @Override
    public JobDocument deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      byte[] source = (byte[]) context.getAttribute(SOURCE);
      long from = parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      parser.finishToken();
      long to = parser.currentLocation().getByteOffset();
      return JobDocument.copyOf(source, Math.toIntExact(from), Math.toIntExact(to));
    }
  }

  private static final class StatusName extends StdDeserializer<JobStatus> {
    @Serial private static final long serialVersionUID = 1L;

    StatusName() {
      super(JobStatus.class);
    }

    @Override
    public JobStatus deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return status(_parseString(parser, context, this));
    }
  }

  private static final class StatusKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return status(key);
    }
  }

  private static final class ErrorCodeName extends StdDeserializer<RejectedErrorCode> {
    @Serial private static final long serialVersionUID = 1L;

    ErrorCodeName() {
      super(RejectedErrorCode.class);
    }

    @Override
    public RejectedErrorCode deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return RejectedErrorCode.of(_parseString(parser, context, this));
    }
  }
}
