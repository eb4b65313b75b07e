package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        // No type is ever named by a document, whatever a document type is annotated with.
        .enable(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
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
