package io.jobhandler.processor.schema;

import static io.jobhandler.processor.schema.ConstraintSchema.constrained;

import io.jobhandler.processor.constraint.ConstraintUse;
import io.jobhandler.processor.constraint.Constraints;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of arrays, and of objects whose members are not known by name.
 *
 * @param values makes the schemas of what they hold
 * @param type the type of the container
 */
record ContainerSchema(ValueSchema values, TypeMirror type) {

  JsonObject of(JsonShape.Items items, @Nullable PayloadTree payloads) {
    JsonObject schema = new JsonObject().put("type", "array");
    if (payloads == null) {
      return schema.put("items", held(items.element(), items.elementType(), null));
    }
    PayloadTree each = payloads.children().get(PayloadTree.EACH);
    if (each != null) {
      return schema
          .put("items", held(items.element(), items.elementType(), each))
          .put("minItems", 1)
          .put("maxItems", PayloadSchema.MAX_PAYLOADS);
    }
    Map<String, JsonObject> byIndex = new TreeMap<>();
    payloads
        .children()
        .forEach(
            (index, child) -> {
              if (PayloadSchema.isIndex(index)) {
                byIndex.put(index, held(items.element(), items.elementType(), child));
              }
            });
    JsonObject others = held(items.element(), items.elementType(), null);
    return schema.putAll(PayloadSchema.elements(byIndex, others));
  }

  JsonObject of(JsonShape.Members members, @Nullable PayloadTree payloads) {
    JsonObject schema = new JsonObject().put("type", "object");
    JsonObject names = names(members);
    if (!names.isEmpty()) {
      schema.put("propertyNames", names);
    }
    PayloadTree each = payloads == null ? null : payloads.children().get(PayloadTree.EACH);
    if (payloads != null && each == null) {
      JsonObject known = new JsonObject();
      payloads
          .children()
          .forEach(
              (name, child) -> known.put(name, held(members.value(), members.valueType(), child)));
      schema.put("properties", known).put("required", List.copyOf(payloads.children().keySet()));
    }
    schema.put("additionalProperties", held(members.value(), members.valueType(), each));
    return each == null
        ? schema
        : schema.put("minProperties", 1).put("maxProperties", PayloadSchema.MAX_PAYLOADS);
  }

  private JsonObject names(JsonShape.Members members) {
    return members.key() instanceof JsonShape.Whole
        ? new JsonObject().put("pattern", "^[+-]?[0-9]+$")
        : constrained(
            values.of(members.key(), members.keyType(), null),
            Constraints.ofUse(members.keyType()));
  }

  private JsonObject held(JsonShape shape, TypeMirror held, @Nullable PayloadTree payloads) {
    List<ConstraintUse> constraints = Constraints.ofUse(held);
    JsonObject schema = constrained(values.of(shape, held, payloads), constraints);
    boolean nullable =
        payloads == null
            && Nullability.holdsNull(type, held)
            && !ConstraintSchema.forbidNull(constraints);
    return nullable ? Nullability.orNull(schema) : schema;
  }
}
