package io.jobhandler.processor.schema;

import static io.jobhandler.processor.schema.ConstraintSchema.constrained;

import io.jobhandler.processor.constraint.Constraints;
import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.IntegerRange;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.operation.Descriptions;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of values.
 *
 * @param model knows the members of objects
 * @param descriptions knows what authors say of them
 * @param definitions takes the schemas of types
 */
record ValueSchema(DocumentModel model, Descriptions descriptions, Definitions definitions) {

  /**
   * The schema of what is read into a type.
   *
   * @param payloads what there must be of payloads; null for nothing
   */
  JsonObject of(JsonShape shape, TypeMirror type, @Nullable PayloadTree payloads) {
    if (shape instanceof JsonShape.Perhaps perhaps) {
      TypeMirror held = perhaps.valueType();
      return constrained(of(perhaps.value(), held, payloads), Constraints.ofUse(held));
    }
    if (payloads != null && payloads.isLeaf()) {
      return leaf(shape, type, PayloadSchema.leaf(payloads));
    }
    if (shape instanceof JsonShape.Items items) {
      return new ContainerSchema(this, type).of(items, payloads);
    }
    if (shape instanceof JsonShape.Members members) {
      return new ContainerSchema(this, type).of(members, payloads);
    }
    if (shape instanceof JsonShape.Structure structure) {
      return structure(structure, payloads);
    }
    if (shape instanceof JsonShape.Variants variants) {
      return variants(variants, payloads);
    }
    return payloads == null ? simple(shape) : PayloadSchema.unnamed(payloads, true);
  }

  private static JsonObject simple(JsonShape shape) {
    if (shape instanceof JsonShape.Text text) {
      return TextSchema.of(text.form());
    }
    if (shape instanceof JsonShape.Whole whole) {
      return integer(whole.range());
    }
    if (shape instanceof JsonShape.Names names) {
      return typed("string").put("enum", names.names());
    }
    if (shape instanceof JsonShape.Decimal) {
      return typed("number");
    }
    return shape instanceof JsonShape.Truth ? typed("boolean") : new JsonObject();
  }

  private static JsonObject typed(String type) {
    return new JsonObject().put("type", type);
  }

  private static JsonObject integer(IntegerRange range) {
    return typed("integer").putPresent("minimum", range.min()).putPresent("maximum", range.max());
  }

  /** What tells of a payload may have a type, too, and then it must fit both. */
  private JsonObject leaf(JsonShape shape, TypeMirror type, JsonObject payload) {
    boolean anyText = shape instanceof JsonShape.Text || shape instanceof JsonShape.Anything;
    return anyText
        ? payload
        : new JsonObject().put("allOf", List.of(of(shape, type, null), payload));
  }

  private JsonObject structure(JsonShape.Structure structure, @Nullable PayloadTree payloads) {
    return payloads == null
        ? definitions.reference(structure.key(), () -> object(structure, null))
        : object(structure, payloads);
  }

  private JsonObject object(JsonShape.Structure structure, @Nullable PayloadTree payloads) {
    return new ObjectSchema(this, model.structure(structure), payloads).build();
  }

  private JsonObject variants(JsonShape.Variants variants, @Nullable PayloadTree payloads) {
    VariantsSchema schema = new VariantsSchema(this, variants);
    return payloads == null
        ? definitions.reference(schema.key(), () -> schema.of(null))
        : schema.of(payloads);
  }
}
