package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.io.Serial;

/** Reads a URL in a document type. Its faults name the place and never the value. */
final class PresignedUrlDeserializer extends StdScalarDeserializer<PresignedUrl> {
  @Serial private static final long serialVersionUID = 1L;

  PresignedUrlDeserializer() {
    super(PresignedUrl.class);
  }

  @Override
  public PresignedUrl deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw misfit(parser, "not a string");
    }
    try {
      return PresignedUrl.of(parser.getText());
    } catch (IllegalArgumentException e) {
      throw misfit(parser, String.valueOf(e.getMessage()));
    }
  }

  private static MismatchedInputException misfit(JsonParser parser, String fault) {
    return MismatchedInputException.from(parser, PresignedUrl.class, fault);
  }
}
