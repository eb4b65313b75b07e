package io.jobhandler.processor.schema;

import static io.jobhandler.processor.schema.ConstraintSchema.constrained;
import static io.jobhandler.processor.schema.ConstraintSchema.forbidNull;
import static io.jobhandler.processor.schema.Nullability.notNull;
import static io.jobhandler.processor.schema.Nullability.orNull;

import io.jobhandler.processor.constraint.ConstraintUse;
import io.jobhandler.processor.constraint.Constraints;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** The schema of an object whose members are known, under construction. */
final class ObjectSchema {
  private final ValueSchema values;
  private final DocumentStructure structure;
  private final NavigableMap<String, PayloadTree> unnamed = new TreeMap<>();
  private final @Nullable PayloadTree each;
  private final JsonObject properties = new JsonObject();
  private final List<String> required = new ArrayList<>();
  private final List<JsonObject> eitherOr = new ArrayList<>();

  /**
   * Begins a schema.
   *
   * @param values makes the schemas of the members
   * @param structure the object
   * @param payloads what there must be of payloads; null for nothing
   */
  ObjectSchema(ValueSchema values, DocumentStructure structure, @Nullable PayloadTree payloads) {
    this.values = values;
    this.structure = structure;
    if (payloads != null) {
      unnamed.putAll(payloads.children());
    }
    this.each = unnamed.remove(PayloadTree.EACH);
  }

  /** Requires a member that the type need not name, and that has its own schema in any case. */
  ObjectSchema with(String name, JsonObject schema) {
    properties.put(name, schema);
    required.add(name);
    return this;
  }

  JsonObject build() {
    for (DocumentProperty property : structure.properties()) {
      if (properties.get(property.name()) == null) {
        add(property);
      }
    }
    structure.ignored().forEach(name -> properties.put(name, new JsonObject()));
    unnamed.forEach((name, below) -> with(name, PayloadSchema.unnamed(below, structure.open())));
    return text();
  }

  private void add(DocumentProperty property) {
    PayloadTree below = below(property);
    boolean perhaps = property.shape() instanceof JsonShape.Perhaps;
    List<ConstraintUse> constraints = perhaps ? List.of() : Constraints.of(property);
    boolean nullable = below == null && property.nullable() && !forbidNull(constraints);
    JsonObject schema =
        constrained(values.of(property.shape(), property.type(), below), constraints);
    JsonObject described = described(property, nullable ? orNull(schema) : notNull(schema));
    names(property).forEach(name -> properties.put(name, described));
    if (below != null || property.required() || (forbidNull(constraints) && !isSet(property))) {
      require(property);
    }
  }

  /** What Jackson sets after it has made the object may have a value already. */
  private boolean isSet(DocumentProperty property) {
    ElementKind kind = property.place().getKind();
    return structure.type().getKind() != ElementKind.RECORD
        && (kind == ElementKind.FIELD || kind == ElementKind.METHOD);
  }

  private JsonObject described(DocumentProperty property, JsonObject schema) {
    return new JsonObject()
        .putText("description", values.descriptions().of(structure, property))
        .putAll(schema);
  }

  private static Stream<String> names(DocumentProperty property) {
    return Stream.concat(Stream.of(property.name()), property.aliases().stream());
  }

  private @Nullable PayloadTree below(DocumentProperty property) {
    return names(property)
        .map(unnamed::remove)
        .filter(tree -> tree != null)
        .findFirst()
        .orElse(each);
  }

  private void require(DocumentProperty property) {
    if (property.aliases().isEmpty()) {
      required.add(property.name());
    } else {
      List<JsonObject> oneOfThem =
          names(property).map(n -> new JsonObject().put("required", List.of(n))).toList();
      eitherOr.add(new JsonObject().put("anyOf", oneOfThem));
    }
  }

  private JsonObject text() {
    JsonObject schema =
        new JsonObject()
            .putText("description", values.descriptions().of(structure.type()))
            .put("type", "object")
            .put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!eitherOr.isEmpty()) {
      schema.put("allOf", eitherOr);
    }
    return schema.put(
        "additionalProperties",
        each == null ? structure.open() : PayloadSchema.unnamed(each, structure.open()));
  }
}
