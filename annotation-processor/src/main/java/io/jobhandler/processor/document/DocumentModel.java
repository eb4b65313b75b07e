package io.jobhandler.processor.document;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What a document looks like.
 *
 * @param root the whole of it
 * @param structures all objects in it whose members are known, by their keys
 * @param faults what is wrong with the types, each once; the model is only good without any
 */
public record DocumentModel(
    JsonShape root, SortedMap<String, DocumentStructure> structures, List<DocumentFault> faults) {

  /** The members of an object. */
  public DocumentStructure structure(JsonShape.Structure shape) {
    return Objects.requireNonNull(structures.get(shape.key()), shape.key());
  }
}
