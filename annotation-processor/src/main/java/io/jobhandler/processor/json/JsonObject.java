package io.jobhandler.processor.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object under construction; its members stay in the order in which they are put. Values are
 * objects of this class, lists, strings, numbers, truth values and {@link #NULL}.
 */
public final class JsonObject {
  /** The value null. */
  public static final Object NULL = JsonNull.NULL;

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** Puts a member, in the place of one with the same name. */
  public JsonObject put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Puts a member unless there is no value. */
  public JsonObject putPresent(String name, @Nullable Object value) {
    return value == null ? this : put(name, value);
  }

  /** Puts a text unless it is empty. */
  public JsonObject putText(String name, String text) {
    return text.isEmpty() ? this : put(name, text);
  }

  public JsonObject putAll(JsonObject others) {
    members.putAll(others.members);
    return this;
  }

  /** The value of a member, null where there is none. */
  public @Nullable Object get(String name) {
    return members.get(name);
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** The members, in their order. */
  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }

  private enum JsonNull {
    NULL
  }
}
