package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jobhandler.internal.json.Json;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Configures Jackson for documents: nothing unknown, nothing missing, nothing guessed. */
final class DocumentMapper {
  private static final int MAX_DEPTH = 32;

  private DocumentMapper() {}

  static ObjectMapper create(int maxBytes) {
    return Json.strictMapper(Json.documentFactory(maxBytes, MAX_DEPTH))
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // A document that goes through a tree keeps its numbers as they are written: 1.00, not 1.
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .polymorphicTypeValidator(new NamedClasses.NoTypeInfo())
        .addModule(new NamedClasses())
        .annotationIntrospector(
            AnnotationIntrospectorPair.create(
                new RequiredComponents(), new JacksonAnnotationIntrospector()))
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(
            new SimpleModule().addDeserializer(PresignedUrl.class, new PresignedUrlDeserializer()))
        .addHandler(new OperationIsKnown())
        .build();
  }

  /**
   * Prepares to read documents into a type.
   *
   * @throws IllegalArgumentException if Jackson cannot; names the type and says why
   */
  static ObjectReader readerFor(Class<?> type, ObjectMapper mapper) {
    ObjectReader reader = mapper.readerFor(type);
    try {
      reader.readValue("null"); // has Jackson look at the type, and calls none of its code
      return reader;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "documents cannot be read into %s: %s".formatted(type.getName(), e.getOriginalMessage()),
          e);
    }
  }

  /** Every document has an operation, and few document types want to see it. */
  private static final class OperationIsKnown extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String propertyName)
        throws IOException {
      boolean ofDocument = parser.getParsingContext().getParent().inRoot();
      if (ofDocument && propertyName.equals(DocumentDecoder.OPERATION)) {
        parser.skipChildren();
        return true;
      }
      return false;
    }
  }
}
