package io.jobhandler.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.CharConversionException;
import java.io.IOException;

/** The parts of Jackson's configuration that all readers share. */
public final class Json {
  private Json() {}

  /**
   * A factory of parsers for messages: bounded in length, and nothing else, so that a fault in a
   * document that a message carries is found where the document is read, and can be reported.
   *
   * @param maxBytes the longest text, in bytes
   * @return a factory whose parsers refuse what is longer
   */
  public static JsonFactory messageFactory(int maxBytes) {
    return factory(
        StreamReadConstraints.builder()
            .maxNestingDepth(maxBytes)
            .maxNumberLength(maxBytes)
            .maxNameLength(maxBytes),
        maxBytes);
  }

  /**
   * A factory of parsers for documents: bounded, and strict about duplicate keys.
   *
   * @param maxBytes the longest text, in bytes
   * @param maxDepth how deep objects and arrays may nest
   * @return a factory whose parsers refuse what is longer or deeper, and duplicate keys
   */
  public static JsonFactory documentFactory(int maxBytes, int maxDepth) {
    return factory(StreamReadConstraints.builder().maxNestingDepth(maxDepth), maxBytes)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
  }

  private static JsonFactory factory(StreamReadConstraints.Builder constraints, int maxBytes) {
    return new JsonFactoryBuilder()
        // Values come from the cloud: they never belong into a message or a log.
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(
            constraints.maxDocumentLength(maxBytes).maxStringLength(maxBytes).build())
        .build();
  }

  /**
   * Begins a mapper that guesses nothing: no rounding, no text for numbers, no second value behind
   * the first.
   *
   * @param factory where its parsers come from
   * @return a builder
   */
  public static JsonMapper.Builder strictMapper(JsonFactory factory) {
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config -> {
              config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
              config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
              config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            });
  }

  /**
   * Refuses text that is not UTF-8, the only encoding of the service: Jackson would guess UTF-16
   * and UTF-32 from zero bytes or a byte order mark.
   *
   * @param json the text
   * @throws IOException if the text begins as no UTF-8 JSON does
   */
  public static void requireUtf8(byte[] json) throws IOException {
    int looked = Math.min(json.length, 4);
    for (int i = 0; i < looked; i++) {
      if (json[i] == 0 || json[i] == (byte) 0xFE || json[i] == (byte) 0xFF) {
        throw new CharConversionException("the text is not UTF-8");
      }
    }
  }
}
