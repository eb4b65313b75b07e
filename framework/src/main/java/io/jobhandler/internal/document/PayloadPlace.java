package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.spi.PayloadParameter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a document tells of one payload.
 *
 * @param parameter the parameter that takes the payload
 * @param key the element's index or name where the parameter takes several, else empty
 * @param url where the presigned URL is
 * @param codesign where the AWS Signer object is
 */
record PayloadPlace(PayloadParameter parameter, String key, JsonPointer url, JsonPointer codesign) {

  private static final int MAX_PAYLOADS = 16;

  /** The places of a parameter's payloads, in the document's order. */
  static List<PayloadPlace> of(PayloadParameter parameter, JsonNode document)
      throws DocumentFaultException {
    PointerPattern url = PointerPattern.of(parameter.url());
    PointerPattern codesign = PointerPattern.of(parameter.codesign());
    Stream<String> keys =
        parameter.several() ? keys(url.collection(), document) : Stream.of(/* the only one */ "");
    return keys.map(key -> new PayloadPlace(parameter, key, url.at(key), codesign.at(key)))
        .toList();
  }

  private static Stream<String> keys(JsonPointer place, JsonNode document)
      throws DocumentFaultException {
    JsonNode collection = document.at(place);
    if (!collection.isContainerNode()) {
      throw DocumentFaults.misfit(collection, place, "an array or object of payloads");
    }
    int size = collection.size();
    if (size == 0 || size > MAX_PAYLOADS) {
      throw DocumentFaultException.invalid(
          "property %s has %d payloads, expected 1 to %d".formatted(place, size, MAX_PAYLOADS));
    }
    return collection.isArray()
        ? IntStream.range(0, size).mapToObj(Integer::toString)
        : collection.propertyStream().map(member -> member.getKey());
  }

  PayloadReference reference(JsonNode document) throws DocumentFaultException {
    return new PayloadReference(
        parameter, key, readUrl(document.at(url)), CodeSignatures.read(document, codesign));
  }

  private PresignedUrl readUrl(JsonNode text) throws DocumentFaultException {
    try {
      return PresignedUrl.of(text.isTextual() ? text.textValue() : "");
    } catch (IllegalArgumentException e) {
      throw DocumentFaults.misfit(text, url, DocumentFaults.URL);
    }
  }
}
