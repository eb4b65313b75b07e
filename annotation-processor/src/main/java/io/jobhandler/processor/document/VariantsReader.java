package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
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
    WrittenAnnotation info = typeInfoOf(base).orElse(null);
    if (info == null) {
      return null;
    }
    return switch (constant(info, "use")) {
      case "NONE" -> null;
      case "NAME" -> byName(base, info, at, place);
      case "CLASS", "MINIMAL_CLASS" ->
          reader.fault(
              at,
              place,
              ("%s has the document name a Java class, which no document may do: use"
                      + " @JsonTypeInfo(use = NAME) and @JsonSubTypes")
                  .formatted(TypeNames.nestedName(base)));
      default -> new JsonShape.Anything();
    };
  }

  /** Jackson lets a type inherit it. */
  private Optional<WrittenAnnotation> typeInfoOf(TypeElement type) {
    Optional<WrittenAnnotation> own = WrittenAnnotation.on(type, Jackson.TYPE_INFO);
    return own.isPresent()
        ? own
        : reader.types().directSupertypes(type.asType()).stream()
            .map(TypeNames::elementOf)
            .flatMap(supertype -> typeInfoOf(supertype).stream())
            .findFirst();
  }

  private static String constant(WrittenAnnotation annotation, String name) {
    AnnotationValue value = annotation.value(name);
    return value != null && value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  private JsonShape byName(TypeElement base, WrittenAnnotation info, Pointer at, Element place) {
    boolean plain =
        List.of("", "PROPERTY", "EXISTING_PROPERTY").contains(constant(info, "include"))
            && info.value("defaultImpl") == null;
    if (!plain) {
      return new JsonShape.Anything();
    }
    SortedMap<String, JsonShape.Structure> structures = structuresOf(base, at);
    if (structures.isEmpty()) {
      return reader.fault(
          at,
          place,
          "%s has no @JsonSubTypes: list the classes that a document may choose from"
              .formatted(TypeNames.nestedName(base)));
    }
    String property = info.text("property");
    return new JsonShape.Variants(base, property.isEmpty() ? "@type" : property, structures);
  }

  /** A class without subtypes of its own stands for itself. */
  private SortedMap<String, JsonShape.Structure> structuresOf(TypeElement base, Pointer at) {
    SortedMap<String, JsonShape.Structure> structures = new TreeMap<>();
    WrittenAnnotation.on(base, Jackson.SUB_TYPES)
        .map(subTypes -> subTypes.elements("value"))
        .orElse(List.of())
        .forEach(
            value -> {
              if (value.getValue() instanceof AnnotationMirror mirror) {
                add(structures, new WrittenAnnotation(mirror), at);
              }
            });
    if (structures.isEmpty() && !base.getModifiers().contains(Modifier.ABSTRACT)) {
      structures.put(nameOf(base.asType()), reader.structure((DeclaredType) base.asType(), at));
    }
    return structures;
  }

  private void add(
      SortedMap<String, JsonShape.Structure> structures, WrittenAnnotation subType, Pointer at) {
    AnnotationValue value = subType.value("value");
    if (value != null && value.getValue() instanceof DeclaredType type) {
      JsonShape.Structure structure = reader.structure(type, at);
      String name = subType.text("name");
      structures.put(name.isEmpty() ? nameOf(type) : name, structure);
      Jackson.texts(subType, "names").forEach(other -> structures.put(other, structure));
    }
  }

  private static String nameOf(TypeMirror type) {
    TypeElement element = TypeNames.elementOf(type);
    return WrittenAnnotation.on(element, Jackson.TYPE_NAME)
        .map(name -> name.text("value"))
        .filter(name -> !name.isEmpty())
        .orElse(TypeNames.nestedName(element).replace('.', '$'));
  }
}
