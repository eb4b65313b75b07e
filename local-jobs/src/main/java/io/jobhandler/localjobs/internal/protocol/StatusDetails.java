package io.jobhandler.localjobs.internal.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and checks the statusDetails of a request. */
final class StatusDetails {
  private static final int MAX_PAIRS = 10;
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
  private static final Pattern VALUE = Pattern.compile("[^\\p{C}]{1,1024}");

  private StatusDetails() {}

  static Map<String, String> read(JsonNode node) {
    if (!node.isObject()) {
      throw RequestBody.invalid(
          "statusDetails must be an object of strings, but is "
              + RequestBody.abbreviated(node.toString()));
    }
    if (node.size() > MAX_PAIRS) {
      throw RequestBody.invalid(
          "statusDetails has " + node.size() + " pairs; at most " + MAX_PAIRS + " are allowed");
    }
    Map<String, String> details = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> pair : node.properties()) {
      details.put(checkedKey(pair.getKey()), checkedValue(pair.getKey(), pair.getValue()));
    }
    return details;
  }

  private static String checkedKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw RequestBody.invalid(
          "statusDetails key '" + RequestBody.abbreviated(key) + "' must match " + KEY);
    }
    return key;
  }

  private static String checkedValue(String key, JsonNode value) {
    if (!value.isTextual() || !VALUE.matcher(value.textValue()).matches()) {
      throw RequestBody.invalid(
          "statusDetails value of '"
              + key
              + "' must be a string of 1 to 1024 characters without control characters");
    }
    return value.textValue();
  }
}
