package io.jobhandler.processor.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that a model allows. */
record Samples(DocumentModel model) {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 8;

  private static final Map<TextForm, String> TEXTS =
      Map.ofEntries(
          Map.entry(TextForm.PLAIN, "some text"),
          Map.entry(TextForm.CHARACTER, "c"),
          Map.entry(TextForm.BASE64, "aGVsbG8="),
          Map.entry(TextForm.UUID, "123e4567-e89b-12d3-a456-426614174000"),
          Map.entry(TextForm.URI, "https://example.com/a"),
          Map.entry(TextForm.PRESIGNED_URL, "https://example.com/a"),
          Map.entry(TextForm.DATE_TIME, "2026-01-02T03:04:05Z"),
          Map.entry(TextForm.LOCAL_DATE_TIME, "2026-01-02T03:04:05"),
          Map.entry(TextForm.DATE, "2026-01-02"),
          Map.entry(TextForm.TIME, "03:04:05"),
          Map.entry(TextForm.DURATION, "PT10M"));

  JsonNode root() {
    ObjectNode root = (ObjectNode) of(model.root(), 0);
    root.put("operation", "x");
    return root;
  }

  /** A value; what may be left out is left out far down, where a type may hold itself. */
  JsonNode of(JsonShape shape, int depth) {
    if (shape instanceof JsonShape.Text text) {
      return JSON.textNode(TEXTS.get(text.form()));
    } else if (shape instanceof JsonShape.Whole) {
      return JSON.numberNode(7);
    } else if (shape instanceof JsonShape.Decimal) {
      return JSON.numberNode(new BigDecimal("1.5"));
    } else if (shape instanceof JsonShape.Truth) {
      return JSON.booleanNode(true);
    } else if (shape instanceof JsonShape.Names names) {
      return JSON.textNode(names.names().get(0));
    } else if (shape instanceof JsonShape.Perhaps perhaps) {
      return of(perhaps.value(), depth);
    } else if (shape instanceof JsonShape.Items items) {
      ArrayNode array = JSON.arrayNode();
      return depth > MAX_DEPTH ? array : array.add(of(items.element(), depth + 1));
    } else if (shape instanceof JsonShape.Members members) {
      ObjectNode object = JSON.objectNode();
      return depth > MAX_DEPTH
          ? object
          : object.set(keyOf(members), of(members.value(), depth + 1));
    } else if (shape instanceof JsonShape.Structure structure) {
      return object(model.structure(structure), depth);
    } else if (shape instanceof JsonShape.Variants variants) {
      String first = variants.structures().firstKey();
      return variant(variants, first, depth);
    }
    return JSON.textNode("anything");
  }

  private static String keyOf(JsonShape.Members members) {
    return switch (String.valueOf(members.keyType())) {
      case "java.lang.Integer" -> "7";
      case "java.time.LocalDate" -> "2026-01-02";
      case "test.Color" -> "RED";
      default -> "key";
    };
  }

  ObjectNode variant(JsonShape.Variants variants, String name, int depth) {
    ObjectNode object = JSON.objectNode();
    object.put(variants.discriminator(), name);
    ObjectNode others =
        object(model.structure(requireNonNull(variants.structures().get(name))), depth);
    others.remove(variants.discriminator());
    return object.setAll(others);
  }

  private ObjectNode object(DocumentStructure structure, int depth) {
    ObjectNode object = JSON.objectNode();
    for (DocumentProperty property : structure.properties()) {
      if (depth <= MAX_DEPTH || property.required()) {
        object.set(property.name(), of(property.shape(), depth + 1));
      }
    }
    return object;
  }

  /** Values of every kind, and at the edges of some. */
  static Iterable<JsonNode> ofEveryKind() {
    return JSON.arrayNode()
        .add("some text")
        .add("c")
        .add("RED")
        .add(7)
        .add(255)
        .add(256)
        .add(40_000)
        .add(3_000_000_000L)
        .add(BigInteger.TEN.pow(20))
        .add(new BigDecimal("1.5"))
        .add(true)
        .add(JSON.arrayNode())
        .add(JSON.objectNode().put("strange", 1));
  }

  /** Whether a model allows a value; null where it does not say. */
  static @Nullable Boolean allows(JsonShape shape, JsonNode value) {
    if (shape instanceof JsonShape.Text text) {
      return switch (text.form()) {
        case PLAIN -> value.isTextual();
        case CHARACTER -> value.isTextual() && value.textValue().length() == 1;
        default -> value.isObject() ? false : null;
      };
    } else if (shape instanceof JsonShape.Whole whole) {
      return value.isIntegralNumber() && isIn(whole.range(), value.bigIntegerValue());
    } else if (shape instanceof JsonShape.Decimal) {
      return value.isNumber();
    } else if (shape instanceof JsonShape.Truth) {
      return value.isBoolean();
    } else if (shape instanceof JsonShape.Names names) {
      return value.isTextual() && names.names().contains(value.textValue());
    } else if (shape instanceof JsonShape.Perhaps perhaps) {
      return allows(perhaps.value(), value);
    } else if (shape instanceof JsonShape.Items) {
      return value.isArray();
    } else if (shape instanceof JsonShape.Anything) {
      return null;
    }
    return value.isObject() ? null : false;
  }

  private static boolean isIn(IntegerRange range, BigInteger value) {
    return (range.min() == null || range.min().compareTo(value) <= 0)
        && (range.max() == null || range.max().compareTo(value) >= 0);
  }
}
