package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.spi.PayloadParameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A document that points to payloads. Its type need not name what the pointers lead to. */
final class PayloadDocument {
  private final JsonNode tree;
  private final List<PayloadReference> payloads = new ArrayList<>();

  /** Pointers to all that tells of payloads. */
  private final Set<String> places = new TreeSet<>();

  /**
   * Finds the payloads.
   *
   * @param tree the document, which {@link #read} takes apart
   * @param parameters the parameters that take its payloads
   */
  PayloadDocument(JsonNode tree, List<PayloadParameter> parameters) throws DocumentFaultException {
    this.tree = tree;
    for (PayloadParameter parameter : parameters) {
      for (PayloadPlace place : PayloadPlace.of(parameter, tree)) {
        payloads.add(place.reference(tree));
        places.add(place.url().toString());
        places.add(place.codesign().toString());
      }
    }
  }

  List<PayloadReference> payloads() {
    return payloads;
  }

  /**
   * Reads the document into its type. Only by refusing a property does Jackson say which ones the
   * type does not name, and where: those that tell of payloads are taken out then, and the rest is
   * read again. That is at most once for each of the few places.
   */
  Object read(ObjectReader reader) throws IOException, DocumentFaultException {
    while (true) {
      try {
        return reader.readValue(tree);
      } catch (UnrecognizedPropertyException unknown) {
        takeOut(unknown);
      }
    }
  }

  private void takeOut(UnrecognizedPropertyException unknown) throws DocumentFaultException {
    JsonPointer place = JsonPointer.compile(DocumentFaults.path(unknown));
    SortedSet<String> known = DocumentFaults.known(unknown);
    known.addAll(waysOn(place.head().toString()));
    requireWay(place.toString(), tree.at(place), known);
    ((ObjectNode) tree.at(place.head())).remove(place.last().getMatchingProperty());
  }

  /** Refuses what neither tells of a payload nor has anything in it but what does. */
  private void requireWay(String place, JsonNode found, Set<String> known)
      throws DocumentFaultException {
    if (places.contains(place) && !found.isMissingNode()) {
      return;
    }
    Set<String> waysOn = waysOn(place);
    if (waysOn.isEmpty() || !found.isContainerNode()) {
      throw DocumentFaultException.invalid(DocumentFaults.unknown(place, known));
    }
    for (Map.Entry<String, JsonNode> child : children(found)) {
      requireWay(Pointers.child(place, child.getKey()), child.getValue(), waysOn);
    }
  }

  /** What leads on from a place to payloads: the next segments of the pointers through it. */
  private Set<String> waysOn(String place) {
    String prefix = place + "/";
    return places.stream()
        .filter(pointer -> pointer.startsWith(prefix))
        .map(pointer -> pointer.substring(prefix.length()).split("/", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Map.Entry<String, JsonNode>> children(JsonNode container) {
    if (container.isObject()) {
      return container.propertyStream().toList();
    }
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
    container.forEach(
        element -> children.add(Map.entry(Integer.toString(children.size()), element)));
    return children;
  }
}
