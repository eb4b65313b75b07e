package io.jobhandler.processor.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Asks the agent of every statement of a model, and takes down where they differ. */
final class Comparison {
  private final Samples samples;
  private final Agent agent;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> visited = new LinkedHashSet<>();
  private final Set<String> discriminators = new LinkedHashSet<>();

  Comparison(DocumentModel model, Class<?> type) {
    this.samples = new Samples(model);
    this.agent = new Agent(type);
  }

  /** Where the two differ, each as a sentence. */
  List<String> differences() {
    expect(true, "the sample", samples.root());
    if (differences.isEmpty()) {
      look(samples.model().root(), samples.root(), "");
    }
    return differences;
  }

  private void look(JsonShape shape, JsonNode root, String at) {
    if (shape instanceof JsonShape.Structure structure) {
      lookInto(samples.model().structure(structure), root, at);
    } else if (shape instanceof JsonShape.Items items) {
      lookAt(items.element(), root, at + "/0");
    } else if (shape instanceof JsonShape.Members members) {
      lookAt(members.value(), root, at + "/" + root.at(at).fieldNames().next());
    } else if (shape instanceof JsonShape.Perhaps perhaps) {
      look(perhaps.value(), root, at);
    } else if (shape instanceof JsonShape.Variants variants) {
      lookAt(variants, root, at);
    }
  }

  private void lookAt(JsonShape shape, JsonNode root, String at) {
    for (JsonNode value : Samples.ofEveryKind()) {
      Boolean allowed = Samples.allows(shape, value);
      if (allowed != null) {
        expect(allowed, at + " is " + value, with(root, at, value));
      }
    }
    look(shape, root, at);
  }

  private void lookAt(JsonShape.Variants variants, JsonNode root, String at) {
    for (String name : variants.structures().keySet()) {
      ObjectNode variant = samples.variant(variants, name, 0);
      if (at.isEmpty()) {
        variant.put("operation", "x");
      }
      JsonNode changed = with(root, at, variant);
      expect(true, at + " is variant " + name, changed);
      discriminators.add(variants.discriminator());
      look(variants.structures().get(name), changed, at);
    }
    expect(
        false,
        at + " is of no known variant",
        edit(root, at, o -> o.put(variants.discriminator(), "?")));
    expect(
        false, at + " is of no variant", edit(root, at, o -> o.remove(variants.discriminator())));
  }

  private void lookInto(DocumentStructure structure, JsonNode root, String at) {
    if (!visited.add(structure.key())) {
      return;
    }
    expect(
        structure.open(), at + " with a strange member", edit(root, at, o -> o.put("strange", 1)));
    for (String ignored : structure.ignored()) {
      expect(true, at + " with " + ignored, edit(root, at, o -> o.put(ignored, 1)));
    }
    structure.properties().stream()
        .filter(property -> !discriminators.contains(property.name()))
        .forEach(property -> lookAt(property, root, at));
  }

  private void lookAt(DocumentProperty property, JsonNode root, String object) {
    String at = object + "/" + property.name();
    expect(
        !property.required(),
        at + " is missing",
        edit(root, object, o -> o.remove(property.name())));
    expect(property.nullable(), at + " is null", with(root, at, Samples.JSON.nullNode()));
    for (String alias : property.aliases()) {
      JsonNode renamed = edit(root, object, o -> o.set(alias, o.remove(property.name())));
      expect(true, at + " is called " + alias, renamed);
    }
    lookAt(property.shape(), root, at);
  }

  private void expect(boolean accepted, String what, JsonNode document) {
    String refusal = agent.refusalOf(document);
    if (refusal.isEmpty() != accepted) {
      differences.add(
          "%s: the model says %s, the agent %s"
              .formatted(
                  what,
                  accepted ? "fine" : "wrong",
                  refusal.isEmpty() ? "takes it" : "says " + refusal));
    }
  }

  private static JsonNode edit(JsonNode root, String at, Consumer<ObjectNode> change) {
    JsonNode copy = root.deepCopy();
    change.accept((ObjectNode) copy.at(at));
    return copy;
  }

  private static JsonNode with(JsonNode root, String at, JsonNode value) {
    if (at.isEmpty()) {
      return value;
    }
    JsonNode copy = root.deepCopy();
    int last = at.lastIndexOf('/');
    JsonNode parent = copy.at(at.substring(0, last));
    String step = at.substring(last + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(step), value);
    } else {
      ((ObjectNode) parent).set(step, value);
    }
    return copy;
  }
}
