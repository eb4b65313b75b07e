package io.jobhandler.processor.schema;

import io.jobhandler.processor.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a document must have where it tells of payloads, whether or not its type names that. */
final class PayloadSchema {
  static final int MAX_PAYLOADS = 16;

  /** No Java type has such names. */
  private static final String URL = "payload-url";

  private static final String CODESIGN = "payload-codesign";

  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,3}");

  private PayloadSchema() {}

  /**
   * What is at a place that the document type does not name.
   *
   * @param open whether other members may be there
   */
  static JsonObject unnamed(PayloadTree tree, boolean open) {
    if (tree.isLeaf()) {
      return leaf(tree);
    }
    PayloadTree each = tree.children().get(PayloadTree.EACH);
    return each == null ? container(tree, open) : collection(each, open);
  }

  static JsonObject leaf(PayloadTree tree) {
    return new JsonObject().put("$ref", "#/$defs/" + (tree.url() ? URL : CODESIGN));
  }

  /** What the schemas here refer to. */
  static JsonObject definitions() {
    return new JsonObject().put(CODESIGN, codesign()).put(URL, TextSchema.url());
  }

  private static JsonObject codesign() {
    JsonObject size =
        new JsonObject()
            .put("type", "integer")
            .put("minimum", 0)
            .put("maximum", Long.MAX_VALUE)
            .put("description", "The size of the file in bytes.");
    return new JsonObject()
        .put("type", "object")
        .put("description", "An AWS Signer object.")
        .put(
            "properties",
            new JsonObject()
                .put("rawPayloadSize", size)
                .put("signature", TextSchema.signature())
                .put("signatureAlgorithm", TextSchema.string()))
        .put("required", List.of("rawPayloadSize", "signature", "signatureAlgorithm"));
  }

  private static JsonObject collection(PayloadTree each, boolean open) {
    JsonObject element = unnamed(each, open);
    return bounded(
        new JsonObject()
            .put("type", List.of("array", "object"))
            .put("items", element)
            .put("additionalProperties", element));
  }

  /** As many as a map of payloads takes. */
  static JsonObject bounded(JsonObject collection) {
    return collection
        .put("minItems", 1)
        .put("maxItems", MAX_PAYLOADS)
        .put("minProperties", 1)
        .put("maxProperties", MAX_PAYLOADS);
  }

  private static JsonObject container(PayloadTree tree, boolean open) {
    JsonObject members = new JsonObject();
    tree.children().forEach((name, child) -> members.put(name, unnamed(child, open)));
    JsonObject schema =
        new JsonObject()
            .put("type", "object")
            .put("properties", members)
            .put("required", List.copyOf(tree.children().keySet()))
            .put("additionalProperties", open);
    if (tree.children().keySet().stream().allMatch(PayloadSchema::isIndex)) {
      schema.put("type", List.of("array", "object")).putAll(elements(members, open));
    }
    return schema;
  }

  static boolean isIndex(String name) {
    return INDEX.matcher(name).matches();
  }

  /** The same as members by index: pointers do not tell the elements of arrays from members. */
  private static JsonObject elements(JsonObject members, boolean open) {
    return elements(members.members(), open);
  }

  static JsonObject elements(Map<String, ?> byIndex, Object others) {
    int count = byIndex.keySet().stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1;
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object element = byIndex.get(Integer.toString(i));
      elements.add(element == null ? others : element);
    }
    return new JsonObject()
        .put("prefixItems", elements)
        .put("items", others)
        .put("minItems", count);
  }
}
