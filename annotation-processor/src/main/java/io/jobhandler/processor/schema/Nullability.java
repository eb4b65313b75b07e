package io.jobhandler.processor.schema;

import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** Where null may stand. */
final class Nullability {
  private static final Set<String> WITHOUT_NULL =
      Set.of(
          "java.util.ArrayDeque",
          "java.util.NavigableSet",
          "java.util.SortedSet",
          "java.util.TreeSet",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap");

  private Nullability() {}

  /** Whether a container takes null for what it holds. */
  static boolean holdsNull(TypeMirror container, TypeMirror held) {
    return !held.getKind().isPrimitive()
        && !WITHOUT_NULL.contains(TypeNames.qualifiedName(container));
  }

  /** The schema, which null fits as well. */
  static JsonObject orNull(JsonObject schema) {
    if (schema.isEmpty()) {
      return schema; // anything fits
    }
    Object type = schema.get("type");
    if (type == null || schema.get("const") != null) {
      JsonObject nothing = new JsonObject().put("type", "null");
      return new JsonObject().put("anyOf", List.of(schema, nothing));
    }
    if (schema.get("enum") instanceof List<?> values) {
      schema.put("enum", plus(values, JsonObject.NULL));
    }
    return schema.put("type", plus(type instanceof List<?> types ? types : List.of(type), "null"));
  }

  /** The schema, which null does not fit. */
  static JsonObject notNull(JsonObject schema) {
    return schema.isEmpty()
        ? new JsonObject().put("not", new JsonObject().put("type", "null"))
        : schema;
  }

  private static List<Object> plus(List<?> values, Object more) {
    List<Object> all = new ArrayList<>(values);
    all.add(more);
    return all;
  }
}
