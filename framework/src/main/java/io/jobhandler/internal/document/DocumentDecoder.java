package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.DocumentFaultException.invalid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.HandlerBinding;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.json.Json;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.HandlerMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler for a document and reads the document into the handler's type, straight from
 * the bytes and strictly: what the type does not name is refused, and nothing is converted.
 */
public final class DocumentDecoder {
  static final String OPERATION = "operation";
  private static final int MAX_BYTES = 128 * 1024;

  private final HandlerRegistry handlers;
  private final ObjectMapper mapper = DocumentMapper.create(MAX_BYTES);
  private final Map<Class<?>, ObjectReader> readers;

  /**
   * Makes a decoder and prepares it for the documents of the known handlers, which takes Jackson a
   * few hundred milliseconds on a small device.
   *
   * @param handlers the known handlers
   * @throws IllegalArgumentException if Jackson cannot read documents into the type of one
   */
  public DocumentDecoder(HandlerRegistry handlers) {
    this.handlers = handlers;
    this.readers =
        handlers.bindings().values().stream()
            .map(binding -> binding.method().documentType())
            .filter(type -> type != null && type != JobDocument.class)
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    type -> type, type -> DocumentMapper.readerFor(type, mapper)));
  }

  /**
   * Decodes a job.
   *
   * @param job the job
   * @return the job with its handler and typed document
   * @throws DocumentFaultException if no handler takes it
   */
  public DecodedJob decode(QueuedJob job) throws DocumentFaultException {
    byte[] json = job.document().toBytes();
    String operation = operationOf(json);
    HandlerBinding<?> handler = handlers.find(operation);
    if (handler == null) {
      throw DocumentFaultException.of(
          ReasonCode.UNKNOWN_OPERATION,
          "no handler for operation '%s'; known: %s"
              .formatted(operation, String.join(", ", handlers.operations())));
    }
    HandlerMethod method = handler.method();
    if (method.payloads().isEmpty()) {
      Object document = read(json, method.documentType(), reader -> reader.readValue(json));
      requireValid(handler, document);
      return new DecodedJob(job, handler, document);
    }
    PayloadDocument withPayloads = new PayloadDocument(tree(json), method.payloads());
    Object document = read(json, method.documentType(), withPayloads::read);
    requireValid(handler, document);
    return new DecodedJob(job, handler, document, withPayloads.payloads());
  }

  /**
   * Finds the handler of an operation.
   *
   * @param operation the operation
   * @return null if there is none
   */
  public @Nullable HandlerBinding<?> handlerOf(String operation) {
    return handlers.find(operation);
  }

  private JsonNode tree(byte[] json) throws DocumentFaultException {
    try {
      return mapper.readTree(json);
    } catch (NumberFormatException e) {
      throw invalid("the document has a number whose exponent is out of range"); // e repeats it
    } catch (IOException e) {
      throw invalid(DocumentFaults.describe(e));
    }
  }

  private @Nullable Object read(byte[] json, @Nullable Class<?> type, Typing typing)
      throws DocumentFaultException {
    if (type == null) {
      return null; // operationOf() has read the document to its end
    }
    if (type == JobDocument.class) {
      return JobDocument.copyOf(json, 0, json.length);
    }
    try {
      return typing.read(Objects.requireNonNull(readers.get(type)));
    } catch (IOException e) {
      throw invalid(DocumentFaults.describe(e));
    }
  }

  private static void requireValid(HandlerBinding<?> handler, @Nullable Object document)
      throws DocumentFaultException {
    List<ConstraintViolation> violations =
        document == null ? List.of() : handler.validate(document);
    if (!violations.isEmpty()) {
      throw DocumentFaultException.violating(violations);
    }
  }

  /** A document to be read into a type, as bytes or as a tree. */
  @FunctionalInterface
  private interface Typing {
    Object read(ObjectReader reader) throws IOException, DocumentFaultException;
  }

  /**
   * Reads the whole document, so that a fault anywhere in it shows before a handler is looked up.
   */
  private String operationOf(byte[] json) throws DocumentFaultException {
    try {
      Json.requireUtf8(json);
      try (JsonParser parser = mapper.getFactory().createParser(json)) {
        return operationOf(parser);
      }
    } catch (JsonProcessingException e) {
      throw invalid(DocumentFaults.describe(e));
    } catch (IOException e) {
      throw invalid("the document cannot be read: " + e.getMessage());
    }
  }

  private static String operationOf(JsonParser parser) throws IOException, DocumentFaultException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw invalid("the document is not a JSON object");
    }
    String operation = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(OPERATION);
      JsonToken value = parser.nextToken();
      if (found && value != JsonToken.VALUE_STRING) {
        throw invalid("'operation' is not a string");
      }
      if (found) {
        operation = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw invalid("there is more text behind the document");
    }
    if (operation == null) {
      throw invalid("the document has no 'operation'");
    }
    return operation;
  }
}
