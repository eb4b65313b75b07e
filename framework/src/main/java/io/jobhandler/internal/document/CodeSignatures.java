package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.payload.CodeSignature;
import org.jspecify.annotations.Nullable;

/**
 * Reads AWS Signer's objects. They have more members than are read, {@code payloadLocation} for
 * one, and Signer may add some.
 */
final class CodeSignatures {
  private static final String SIZE = "a whole number from 0 to " + Long.MAX_VALUE;

  private CodeSignatures() {}

  /** What a document says of a signature, null where it says nothing. */
  static @Nullable CodeSignature read(JsonNode document, JsonPointer place)
      throws DocumentFaultException {
    JsonNode codesign = document.at(place);
    if (codesign.isMissingNode() || codesign.isNull()) {
      return null;
    }
    if (!codesign.isObject()) {
      throw DocumentFaults.misfit(codesign, place, "an AWS Signer object");
    }
    return new CodeSignature(
        size(document, member(place, "rawPayloadSize")),
        text(document, member(place, "signature")),
        text(document, member(place, "signatureAlgorithm")));
  }

  private static JsonPointer member(JsonPointer object, String name) {
    return JsonPointer.compile(Pointers.child(object.toString(), name));
  }

  /** Exact: what has a fraction or an exponent is refused, as it is for the document type. */
  private static long size(JsonNode document, JsonPointer place) throws DocumentFaultException {
    JsonNode number = document.at(place);
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
      throw DocumentFaults.misfit(number, place, SIZE);
    }
    return number.longValue();
  }

  private static String text(JsonNode document, JsonPointer place) throws DocumentFaultException {
    JsonNode text = document.at(place);
    if (!text.isTextual()) {
      throw DocumentFaults.misfit(text, place, "a string");
    }
    return text.textValue();
  }
}
