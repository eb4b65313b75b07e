package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a type is read from that has Jackson look into the document for the class: by a name
 * of a list that is written in the source, and in no other way.
 *
 * @param reader takes the faults
 */
record VariantsReader(DocumentReader reader) {

  /** The shape, null where the type says nothing of the kind. */
  @Nullable JsonShape shapeOf(DeclaredType type, Pointer at, Element place) {
    TypeElement base = TypeNames.elementOf(type);
    WrittenAnnotation info = TypeAnnotations.find(base, Jackson.TYPE_INFO).orElse(null);
    if (info == null) {
      return null;
    }
    return switch (Jackson.constant(info, "use")) {
      case "NONE" -> null;
      case "NAME" -> byName(base, info, at, place);
      case "CLASS", "MINIMAL_CLASS" ->
          reader.fault(
              FaultKind.NAMED_CLASS,
              at,
              place,
              ("%s has the document name a Java class, which no document may do: use"
                      + " @JsonTypeInfo(use = NAME) and @JsonSubTypes")
                  .formatted(TypeNames.nestedName(base)));
      default -> new JsonShape.Anything();
    };
  }

  private JsonShape byName(TypeElement base, WrittenAnnotation info, Pointer at, Element place) {
    Map<String, TypeElement> variants = new VariantNames(reader.types(), base).find();
    if (variants.isEmpty()) {
      return reader.fault(
          FaultKind.NO_VARIANTS,
          at,
          place,
          "%s has no @JsonSubTypes: list the classes that a document may choose from"
              .formatted(TypeNames.nestedName(base)));
    }
    boolean delegated =
        variants.values().stream().anyMatch(variant -> creators(variant).delegate().isPresent());
    return delegated || !isPlain(info)
        ? new JsonShape.Anything()
        : new JsonShape.Variants(base, discriminatorOf(info), structuresOf(variants, at));
  }

  private static boolean isPlain(WrittenAnnotation info) {
    return List.of("", "PROPERTY", "EXISTING_PROPERTY").contains(Jackson.constant(info, "include"))
        && info.value("defaultImpl") == null;
  }

  private static String discriminatorOf(WrittenAnnotation info) {
    String property = info.text("property");
    return property.isEmpty() ? "@type" : property;
  }

  private SortedMap<String, JsonShape.Structure> structuresOf(
      Map<String, TypeElement> variants, Pointer at) {
    SortedMap<String, JsonShape.Structure> structures = new TreeMap<>();
    variants.forEach(
        (name, variant) ->
            structures.put(name, reader.structure((DeclaredType) variant.asType(), at)));
    return structures;
  }

  private Creators creators(TypeElement variant) {
    return new Creators(reader, (DeclaredType) variant.asType());
  }
}
