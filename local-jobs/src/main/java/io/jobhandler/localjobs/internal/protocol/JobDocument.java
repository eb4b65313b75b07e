package io.jobhandler.localjobs.internal.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.jobhandler.localjobs.LocalJobsException;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Checks a job document without turning it into values, so that its text can be delivered as it is.
 */
public final class JobDocument {
  private static final int MAX_BYTES = 32_768;

  private JobDocument() {}

  /** Throws an InvalidRequestException unless the text is a JSON object within the size limit. */
  public static void check(String document) {
    int bytes = utf8Length(document);
    if (bytes > MAX_BYTES) {
      throw invalid("has " + bytes + " bytes; at most " + MAX_BYTES + " are allowed");
    }
    try (JsonParser parser = Json.FACTORY.createParser(document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw invalid("must be a JSON object");
      }
      parser.skipChildren();
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw invalid("must be one JSON object with nothing after it");
      }
    } catch (IOException e) {
      throw invalid("is not valid JSON: " + e.getMessage());
    }
  }

  private static int utf8Length(String document) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(document)).remaining();
    } catch (CharacterCodingException e) {
      throw invalid("has half of a surrogate pair, which UTF-8 cannot carry");
    }
  }

  private static LocalJobsException invalid(String problem) {
    return new LocalJobsException("InvalidRequestException", "the job document " + problem);
  }
}
