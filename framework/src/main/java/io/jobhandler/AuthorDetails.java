package io.jobhandler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Copies the status details of an author, in their order: of more than six, the first count. */
final class AuthorDetails {
  private AuthorDetails() {}

  static Map<String, String> copyOf(Map<String, String> details) {
    Map<String, String> copy = new LinkedHashMap<>();
    details.forEach(
        (key, value) ->
            copy.put(
                Objects.requireNonNull(key, "key of a detail"),
                Objects.requireNonNull(value, () -> "value of the detail " + key)));
    return Collections.unmodifiableMap(copy);
  }
}
