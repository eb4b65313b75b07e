package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** Collects the classes that a document may choose from, by the names that it calls them. */
final class VariantNames {
  private final Types types;
  private final TypeElement base;
  private final Map<String, TypeElement> byName = new LinkedHashMap<>();
  private final Set<TypeElement> seen = new LinkedHashSet<>();

  VariantNames(Types types, TypeElement base) {
    this.types = types;
    this.base = base;
  }

  /** The classes that objects can be made of, by name. */
  Map<String, TypeElement> find() {
    collect(base, List.of());
    for (TypeElement unnamed : seen) {
      if (!byName.containsValue(unnamed)) {
        byName.put(TypeNames.nestedName(unnamed).replace('.', '$'), unnamed);
      }
    }
    byName.values().removeIf(variant -> !isVariant(variant));
    return byName;
  }

  private boolean isVariant(TypeElement type) {
    return !type.getModifiers().contains(Modifier.ABSTRACT)
        && types.isSubtype(types.erasure(type.asType()), types.erasure(base.asType()));
  }

  private void collect(TypeElement type, List<String> names) {
    Stream<String> called = names.isEmpty() ? ownName(type) : names.stream();
    called.forEach(name -> byName.put(name, type));
    if (seen.add(type)) {
      TypeAnnotations.find(type, Jackson.SUB_TYPES)
          .map(subTypes -> subTypes.elements("value"))
          .orElse(List.of())
          .forEach(this::collect);
    }
  }

  private void collect(AnnotationValue subType) {
    if (subType.getValue() instanceof AnnotationMirror mirror) {
      WrittenAnnotation written = new WrittenAnnotation(mirror);
      AnnotationValue value = written.value("value");
      if (value != null && value.getValue() instanceof DeclaredType type) {
        collect(TypeNames.elementOf(type), namesOf(written));
      }
    }
  }

  private static List<String> namesOf(WrittenAnnotation subType) {
    List<String> names = new ArrayList<>(Jackson.texts(subType, "names"));
    names.add(0, subType.text("name"));
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  private static Stream<String> ownName(TypeElement type) {
    return TypeAnnotations.find(type, Jackson.TYPE_NAME)
        .map(name -> name.text("value"))
        .filter(name -> !name.isEmpty())
        .stream();
  }
}
