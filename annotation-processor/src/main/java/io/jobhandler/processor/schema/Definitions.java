package io.jobhandler.processor.schema;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.json.JsonObject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The schemas that others refer to, each made once, however often a type holds itself. */
final class Definitions {
  private static final Pattern PACKAGES =
      Pattern.compile("(?<![\\w$])(?:[a-z_$][\\w$]*\\.)+(?=[A-Z])");
  private static final Pattern UNSAFE = Pattern.compile("[^\\w.]+");

  private final SortedMap<String, JsonObject> byName = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();

  /** Gives short names in the order of the keys, so that they stay the same. */
  Definitions(DocumentModel model) {
    model.structures().keySet().forEach(this::nameOf);
  }

  /** A reference to the schema of a type, which is made if this is the first. */
  JsonObject reference(String key, Supplier<JsonObject> schema) {
    String name = nameOf(key);
    if (!byName.containsKey(name)) {
      byName.put(name, new JsonObject()); // one that holds itself refers to it meanwhile
      byName.put(name, schema.get());
    }
    return new JsonObject().put("$ref", "#/$defs/" + name);
  }

  private String nameOf(String key) {
    return names.computeIfAbsent(
        key,
        missing -> {
          String name = safe(PACKAGES.matcher(key).replaceAll(""));
          return names.containsValue(name) ? safe(key) : name;
        });
  }

  private static String safe(String name) {
    return UNSAFE.matcher(name.replaceAll(">+$", "")).replaceAll("_");
  }

  JsonObject all() {
    JsonObject all = new JsonObject();
    byName.forEach(all::put);
    return all;
  }
}
