package io.jobhandler.localjobs.internal.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.localjobs.internal.service.ErrorCode;
import io.jobhandler.localjobs.internal.service.RequestRejectedException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object of a request. Unknown fields are ignored, null is an absent field. */
final class RequestBody {
  private static final int MAX_QUOTED = 100;

  private final JsonNode json;

  private RequestBody(JsonNode json) {
    this.json = json;
  }

  /** Reads a payload; an empty one counts as {@code {}} where that is allowed. */
  static RequestBody parse(byte[] payload, boolean mayBeEmpty) {
    try {
      String text = payload.length == 0 && mayBeEmpty ? "{}" : Json.decode(payload);
      JsonNode node = Json.READER.readTree(text);
      if (node.isObject()) {
        return new RequestBody(node);
      }
    } catch (CharacterCodingException e) {
      throw invalidJson("The payload is not valid UTF-8");
    } catch (JsonProcessingException e) {
      throw invalidJson("The payload is not valid JSON: " + e.getOriginalMessage());
    }
    throw invalidJson("The payload is not a JSON object");
  }

  private static RequestRejectedException invalidJson(String reason) {
    return new RequestRejectedException(ErrorCode.INVALID_JSON, reason);
  }

  /** The token to echo; null if there is none that could be echoed. */
  @Nullable String clientTokenOrNull() {
    JsonNode node = json.get("clientToken");
    return node != null && node.isTextual() ? node.textValue() : null;
  }

  /** Refuses a clientToken that is not a string. */
  void checkClientToken() {
    text("clientToken");
  }

  @Nullable String text(String field) {
    JsonNode node = get(field);
    if (node != null && !node.isTextual()) {
      throw wrongType(field, "a string", node);
    }
    return node == null ? null : node.textValue();
  }

  boolean flag(String field, boolean absent) {
    JsonNode node = get(field);
    if (node != null && !node.isBoolean()) {
      throw wrongType(field, "true or false", node);
    }
    return node == null ? absent : node.booleanValue();
  }

  @Nullable Long integer(String field) {
    JsonNode node = get(field);
    if (node != null && !(node.isIntegralNumber() && node.canConvertToLong())) {
      throw wrongType(field, "an integer", node);
    }
    return node == null ? null : Long.valueOf(node.longValue());
  }

  /** An integer that may also come as a string, as in some of the service's own examples. */
  @Nullable Long integerOrText(String field) {
    JsonNode node = get(field);
    if (node == null || !node.isTextual()) {
      return integer(field);
    }
    try {
      return Long.valueOf(node.textValue());
    } catch (NumberFormatException e) {
      throw wrongType(field, "an integer", node);
    }
  }

  @Nullable Map<String, String> statusDetails() {
    JsonNode node = get("statusDetails");
    return node == null ? null : StatusDetails.read(node);
  }

  /** The step timeout, which is 1 to 10080, or -1 for none. */
  @Nullable Long stepTimeoutInMinutes() {
    Long minutes = integer("stepTimeoutInMinutes");
    if (minutes != null && minutes != -1 && (minutes < 1 || minutes > 10_080)) {
      throw invalid("stepTimeoutInMinutes must be 1 to 10080, or -1, but is " + minutes);
    }
    return minutes;
  }

  private @Nullable JsonNode get(String field) {
    JsonNode node = json.get(field);
    return node == null || node.isNull() ? null : node;
  }

  private static RequestRejectedException wrongType(String field, String expected, JsonNode node) {
    return invalid(field + " must be " + expected + ", but is " + abbreviated(node.toString()));
  }

  /** Keeps a message short however long the text is that it complains of. */
  static String abbreviated(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }

  static RequestRejectedException invalid(String reason) {
    return new RequestRejectedException(ErrorCode.INVALID_REQUEST, reason);
  }
}
