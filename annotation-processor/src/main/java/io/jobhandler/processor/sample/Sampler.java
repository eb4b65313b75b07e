package io.jobhandler.processor.sample;

import io.jobhandler.processor.constraint.Constraint;
import io.jobhandler.processor.constraint.Constraints;
import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.operation.Descriptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values that fit. What holds itself without end is left out, or empty. */
final class Sampler {
  /** Stands for a text of which only the author knows what it may be. */
  private static final String REPLACE = "replace-me";

  private static final int MANY = 100;

  private final DocumentModel model;
  private final Descriptions descriptions;
  private final Unknown unknown;
  private final Deque<String> begun = new ArrayDeque<>();

  Sampler(DocumentModel model, Descriptions descriptions, Unknown unknown) {
    this.model = model;
    this.descriptions = descriptions;
    this.unknown = unknown;
  }

  /** A whole document beside its operation, null where it would have no end. */
  @Nullable JsonObject document(String operation) {
    if (model.root() instanceof JsonShape.Structure root) {
      return object(model.structure(root), "");
    }
    if (model.root() instanceof JsonShape.Variants variants) {
      JsonShape.Structure named = variants.structures().get(operation);
      return variants.discriminator().equals(Sample.OPERATION) && named != null
          ? object(model.structure(named), "")
          : variant(variants, "");
    }
    return null;
  }

  /** An object with all members, null where it would have no end. */
  private @Nullable JsonObject object(DocumentStructure structure, String pointer) {
    if (begun.contains(structure.key())) {
      return null;
    }
    begun.push(structure.key());
    try {
      JsonObject object = new JsonObject();
      for (DocumentProperty property : structure.properties()) {
        Object value = member(structure, property, pointer);
        if (value == null && property.required()) {
          return null;
        }
        object.putPresent(property.name(), value);
      }
      return object;
    } finally {
      begun.pop();
    }
  }

  private @Nullable Object member(
      DocumentStructure structure, DocumentProperty property, String pointer) {
    Wanted wanted =
        new Wanted(
            pointer + "/" + property.name().replace("~", "~0").replace("/", "~1"),
            property.place().getSimpleName().toString(),
            property.type(),
            descriptions.sampleOf(structure, property),
            Constraints.of(property));
    boolean mayBeMissing = !property.required();
    boolean leftOut =
        wanted.has(Constraint.Null.class) || property.shape() instanceof JsonShape.Anything;
    return mayBeMissing && leftOut ? null : value(property.shape(), wanted);
  }

  private @Nullable Object value(JsonShape shape, Wanted wanted) {
    if (shape instanceof JsonShape.Perhaps perhaps) {
      return value(
          perhaps.value(),
          wanted.held(perhaps.valueType(), Constraints.ofUse(perhaps.valueType())));
    }
    if (shape instanceof JsonShape.Items items) {
      return elements(items, wanted);
    }
    if (shape instanceof JsonShape.Members members) {
      return members(members, wanted);
    }
    if (shape instanceof JsonShape.Structure structure) {
      return object(model.structure(structure), wanted.pointer());
    }
    return shape instanceof JsonShape.Variants variants
        ? variant(variants, wanted.pointer())
        : simple(shape, wanted);
  }

  private @Nullable List<Object> elements(JsonShape.Items items, Wanted wanted) {
    Wanted element =
        wanted.at("0").held(items.elementType(), Constraints.ofUse(items.elementType()));
    List<Object> elements = new ArrayList<>();
    int count = Math.min(Math.min(Math.max(1, wanted.least()), wanted.most()), MANY);
    while (elements.size() < count) {
      Object value = value(items.element(), element);
      if (value == null) {
        return wanted.least() == 0 ? elements : null;
      }
      elements.add(value);
    }
    return elements;
  }

  private @Nullable JsonObject members(JsonShape.Members members, Wanted wanted) {
    JsonObject object = new JsonObject();
    if (wanted.most() == 0) {
      return object;
    }
    Wanted key =
        new Wanted(
            wanted.pointer(), "key", members.keyType(), null, Constraints.ofUse(members.keyType()));
    String name = String.valueOf(simple(members.key(), key));
    Object value =
        value(
            members.value(),
            wanted.at(name).held(members.valueType(), Constraints.ofUse(members.valueType())));
    if (value == null) {
      return wanted.least() == 0 ? object : null;
    }
    return object.put(name, value);
  }

  private @Nullable JsonObject variant(JsonShape.Variants variants, String pointer) {
    for (Map.Entry<String, JsonShape.Structure> variant : variants.structures().entrySet()) {
      JsonObject members = object(model.structure(variant.getValue()), pointer);
      if (members != null) {
        return new JsonObject()
            .put(variants.discriminator(), variant.getKey())
            .putAll(members)
            .put(variants.discriminator(), variant.getKey());
      }
    }
    return null;
  }

  private Object simple(JsonShape shape, Wanted wanted) {
    if (shape instanceof JsonShape.Truth) {
      return wanted.given() == null
          ? !wanted.has(Constraint.AssertFalse.class)
          : Boolean.parseBoolean(wanted.given());
    }
    if (shape instanceof JsonShape.Names names) {
      String given = wanted.given();
      return given != null && names.names().contains(given) ? given : names.names().get(0);
    }
    Object found = null;
    if (shape instanceof JsonShape.Text text) {
      found = TextSample.of(text.form(), wanted);
    } else if (shape instanceof JsonShape.Whole whole) {
      found = new NumberSample(wanted, whole.range()).value();
    } else if (shape instanceof JsonShape.Decimal) {
      found = new NumberSample(wanted, null).value();
    }
    return found == null ? unknown(shape, wanted) : found;
  }

  private Object unknown(JsonShape shape, Wanted wanted) {
    unknown.add(wanted.pointer());
    if (shape instanceof JsonShape.Text) {
      return REPLACE;
    }
    return shape instanceof JsonShape.Anything ? new JsonObject() : 1;
  }
}
