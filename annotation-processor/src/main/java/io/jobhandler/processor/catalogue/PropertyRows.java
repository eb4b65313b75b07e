package io.jobhandler.processor.catalogue;

import io.jobhandler.processor.constraint.Constraints;
import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.operation.Descriptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lists all properties of a document; a type that holds itself is told of once. */
final class PropertyRows {
  private final DocumentModel model;
  private final Descriptions descriptions;
  private final Deque<String> begun = new ArrayDeque<>();
  private final List<PropertyRow> rows = new ArrayList<>();

  PropertyRows(DocumentModel model, Descriptions descriptions) {
    this.model = model;
    this.descriptions = descriptions;
  }

  List<PropertyRow> all() {
    addBelow(model.root(), "");
    return rows;
  }

  private void addAll(DocumentStructure structure, String pointer) {
    if (begun.contains(structure.key())) {
      return;
    }
    begun.push(structure.key());
    for (DocumentProperty property : structure.properties()) {
      String place = pointer + "/" + property.name().replace("~", "~0").replace("/", "~1");
      rows.add(
          new PropertyRow(
              place,
              TypeText.of(property.shape()) + (property.nullable() ? " or null" : ""),
              property.required(),
              ConstraintText.of(property, Constraints.of(property)),
              descriptions.of(structure, property)));
      addBelow(property.shape(), place);
    }
    begun.pop();
  }

  private void addBelow(JsonShape shape, String pointer) {
    if (shape instanceof JsonShape.Perhaps perhaps) {
      addBelow(perhaps.value(), pointer);
    } else if (shape instanceof JsonShape.Items items) {
      addBelow(items.element(), pointer + "/*");
    } else if (shape instanceof JsonShape.Members members) {
      addBelow(members.value(), pointer + "/*");
    } else if (shape instanceof JsonShape.Structure structure) {
      addAll(model.structure(structure), pointer);
    } else if (shape instanceof JsonShape.Variants variants) {
      rows.add(
          new PropertyRow(
              pointer + "/" + variants.discriminator(),
              "one of " + String.join(", ", variants.structures().keySet()),
              true,
              "",
              "says which of the objects it is"));
      variants.structures().values().forEach(s -> addAll(model.structure(s), pointer));
    }
  }
}
