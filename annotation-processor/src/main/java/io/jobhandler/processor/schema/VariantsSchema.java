package io.jobhandler.processor.schema;

import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The schema of one of several objects, as one of its members says.
 *
 * @param values makes the schemas of their members
 * @param variants the objects
 */
record VariantsSchema(ValueSchema values, JsonShape.Variants variants) {

  /** The name that it is known by. */
  String key() {
    return variants.base().getQualifiedName().toString();
  }

  JsonObject of(@Nullable PayloadTree payloads) {
    return schema(object -> object, payloads);
  }

  /** The schema of a whole document. It may be the operation that says which object it is. */
  JsonObject ofDocument(String member, String operation, PayloadTree payloads) {
    JsonObject name = new JsonObject().put("const", operation);
    return schema(object -> object.with(member, name), payloads).put("type", "object");
  }

  private JsonObject schema(UnaryOperator<ObjectSchema> start, @Nullable PayloadTree payloads) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    variants
        .structures()
        .forEach(
            (name, structure) ->
                names.computeIfAbsent(structure.key(), key -> new ArrayList<>()).add(name));
    List<JsonObject> objects = new ArrayList<>();
    names.forEach(
        (key, known) ->
            objects.add(
                start
                    .apply(new ObjectSchema(values, structure(known.get(0)), payloads))
                    .with(variants.discriminator(), oneOf(known))
                    .build()));
    return new JsonObject()
        .putText("description", values.descriptions().of(variants.base()))
        .put("oneOf", objects);
  }

  private DocumentStructure structure(String name) {
    return values.model().structure(Objects.requireNonNull(variants.structures().get(name), name));
  }

  private static JsonObject oneOf(List<String> names) {
    return names.size() == 1
        ? new JsonObject().put("const", names.get(0))
        : new JsonObject().put("enum", names);
  }
}
