package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The documents of a handler class, and what in them is to be checked. */
public final class ConstrainedDocuments {
  private final NavigableMap<String, DocumentStructure> structures = new TreeMap<>();
  private final IdentityHashMap<DocumentProperty, ConstrainedType> types = new IdentityHashMap<>();
  private final Set<String> constrained = new TreeSet<>();

  /**
   * Finds what is to be checked.
   *
   * @param documents the models of the documents
   */
  public ConstrainedDocuments(List<DocumentModel> documents) {
    documents.forEach(document -> structures.putAll(document.structures()));
    structures.values().stream()
        .flatMap(structure -> structure.properties().stream())
        .forEach(property -> types.put(property, Constraints.typeOf(property)));
    // A type may hold itself, so that what is found of one may matter for those before it.
    boolean found = true;
    while (found) {
      found = false;
      for (DocumentStructure structure : structures.values()) {
        found |= isToBeChecked(structure) && constrained.add(structure.key());
      }
    }
  }

  private boolean isToBeChecked(DocumentStructure structure) {
    return structure.properties().stream().anyMatch(this::isConstrained);
  }

  /** Whether there is something to be checked in a property. */
  boolean isConstrained(DocumentProperty property) {
    return typeOf(property).isConstrained() || isConstrained(property.shape());
  }

  /**
   * Whether objects in a part of a document are to be checked.
   *
   * @param shape the part of a document
   */
  public boolean isConstrained(JsonShape shape) {
    if (shape instanceof JsonShape.Items items) {
      return isConstrained(items.element());
    }
    if (shape instanceof JsonShape.Members members) {
      return isConstrained(members.value());
    }
    if (shape instanceof JsonShape.Perhaps perhaps) {
      return isConstrained(perhaps.value());
    }
    if (shape instanceof JsonShape.Variants variants) {
      return variants.structures().values().stream().anyMatch(this::isConstrained);
    }
    return shape instanceof JsonShape.Structure structure && constrained.contains(structure.key());
  }

  /** Whether nothing is to be checked in any document. */
  public boolean isEmpty() {
    return constrained.isEmpty();
  }

  /** All objects, sorted by their keys. */
  List<DocumentStructure> structures() {
    return List.copyOf(structures.values());
  }

  DocumentStructure structure(JsonShape.Structure shape) {
    return Objects.requireNonNull(structures.get(shape.key()), shape.key());
  }

  /** Those with something to be checked in them, sorted by their keys. */
  List<DocumentStructure> constrainedStructures() {
    return constrained.stream()
        .map(key -> Objects.requireNonNull(structures.get(key), key))
        .toList();
  }

  ConstrainedType typeOf(DocumentProperty property) {
    return Objects.requireNonNull(types.get(property));
  }
}
