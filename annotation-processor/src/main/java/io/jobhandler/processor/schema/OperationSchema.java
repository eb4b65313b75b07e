package io.jobhandler.processor.schema;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.operation.Descriptions;
import io.jobhandler.processor.operation.Operation;
import java.util.List;

/** The JSON Schema of an operation's documents. */
public final class OperationSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String OPERATION = "operation";

  private OperationSchema() {}

  public static JsonObject of(Operation operation, Descriptions descriptions) {
    DocumentModel model = operation.document();
    PayloadTree payloads = PayloadTree.of(operation.payloads());
    JsonObject shared = new JsonObject();
    JsonObject document;
    if (model == null) {
      document = open(operation, payloads);
    } else {
      Definitions definitions = new Definitions(model);
      document = typed(operation, new ValueSchema(model, descriptions, definitions), payloads);
      shared.putAll(definitions.all());
    }
    if (!operation.payloads().isEmpty()) {
      shared.putAll(PayloadSchema.definitions());
    }
    JsonObject schema =
        new JsonObject()
            .put("$schema", DIALECT)
            .put("title", operation.name())
            .putText("description", operation.description())
            .putAll(described(operation, document));
    return shared.isEmpty() ? schema : schema.put("$defs", shared);
  }

  private static JsonObject typed(Operation operation, ValueSchema values, PayloadTree payloads) {
    JsonShape root = values.model().root();
    if (root instanceof JsonShape.Structure structure) {
      return new ObjectSchema(values, values.model().structure(structure), payloads)
          .with(OPERATION, name(operation))
          .build();
    }
    return root instanceof JsonShape.Variants variants
        ? new VariantsSchema(values, variants).ofDocument(OPERATION, operation.name(), payloads)
        : open(operation, payloads);
  }

  /** Without a type that names them, all members are taken. */
  private static JsonObject open(Operation operation, PayloadTree payloads) {
    JsonObject places = PayloadSchema.unnamed(payloads, true);
    JsonObject properties = new JsonObject().put(OPERATION, name(operation));
    if (places.get("properties") instanceof JsonObject known) {
      properties.putAll(known);
    }
    return new JsonObject()
        .put("type", "object")
        .put("properties", properties)
        .put("required", List.copyOf(properties.members().keySet()))
        .put("additionalProperties", true);
  }

  private static JsonObject name(Operation operation) {
    return new JsonObject().put("const", operation.name());
  }

  /** What the operation does comes first, then what its document is. */
  private static JsonObject described(Operation operation, JsonObject object) {
    if (object.get("description") instanceof String document
        && !operation.description().isEmpty()) {
      object.put("description", operation.description() + "\n\n" + document);
    }
    return object;
  }
}
