package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Finds the members of an object that a class or record is read from. */
final class StructureReader {
  private final DocumentReader reader;
  private final DeclaredType type;
  private final TypeElement element;
  private final Pointer at;
  private final ShapeReader shapes;

  StructureReader(DocumentReader reader, DeclaredType type, Pointer at) {
    this.reader = reader;
    this.type = type;
    this.element = TypeNames.elementOf(type);
    this.at = at;
    this.shapes = new ShapeReader(reader);
  }

  DocumentStructure read(String key) {
    NamingStrategy naming = NamingStrategy.of(element).orElse(null);
    List<Candidate> candidates =
        candidates().stream().filter(candidate -> !candidate.isNone()).toList();
    boolean open = isOpen() || naming == null;
    SortedSet<String> ignored = ignoredNames();
    Map<String, DocumentProperty> properties = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      String name =
          Jackson.nameOf(candidate.places())
              .orElseGet(
                  () -> naming == null ? candidate.name() : naming.name().apply(candidate.name()));
      if (candidate.isIgnored()) {
        ignored.add(name);
      } else if (!ignored.contains(name)) {
        requireNoOther(name, candidate, properties);
        properties.put(name, property(candidate, name));
      }
    }
    return new DocumentStructure(
        key, element, List.copyOf(properties.values()), List.copyOf(ignored), open, type);
  }

  private void requireNoOther(
      String name, Candidate candidate, Map<String, DocumentProperty> properties) {
    if (properties.containsKey(name)) {
      reader.fault(
          FaultKind.SAME_NAME,
          at,
          candidate.places().get(0),
          "'%s' is the name of two members of %s: rename one of them"
              .formatted(name, TypeNames.nestedName(element)));
    }
  }

  private List<Candidate> candidates() {
    Creators creators = new Creators(reader, type);
    List<Candidate> created = creators.find(at);
    if (element.getKind() == ElementKind.RECORD) {
      return created == null ? new RecordCandidates(reader, type).find() : created;
    }
    List<Candidate> set = new BeanCandidates(reader, type).find();
    if (created == null) {
      return set;
    }
    Set<String> names = new TreeSet<>();
    created.forEach(candidate -> names.add(candidate.name()));
    List<Candidate> all = new ArrayList<>(created);
    set.stream().filter(candidate -> !names.contains(candidate.name())).forEach(all::add);
    return all;
  }

  private DocumentProperty property(Candidate candidate, String name) {
    Element place = candidate.places().get(0);
    boolean opaque = candidate.places().stream().anyMatch(Jackson::isOpaqueMember);
    JsonShape shape =
        opaque
            ? new JsonShape.Anything()
            : shapes.shapeOf(candidate.type(), at.member(name), place);
    boolean perhaps = shape instanceof JsonShape.Perhaps;
    return new DocumentProperty(
        name,
        Jackson.aliasesOf(candidate.places()),
        candidate.places(),
        candidate.type(),
        shape,
        candidate.required() && !perhaps,
        perhaps || candidate.nullable(),
        candidate.accessor());
  }

  private boolean isOpen() {
    boolean ignoresUnknown =
        TypeAnnotations.find(element, Jackson.IGNORE_PROPERTIES)
            .map(ignore -> ignore.simple("ignoreUnknown", Boolean.class, false))
            .orElse(false);
    return ignoresUnknown
        || reader.elements().getAllMembers(element).stream()
            .anyMatch(member -> Jackson.isPresent(member, Jackson.ANY_SETTER));
  }

  private SortedSet<String> ignoredNames() {
    return TypeAnnotations.find(element, Jackson.IGNORE_PROPERTIES)
        .filter(ignore -> !ignore.simple("allowSetters", Boolean.class, false))
        .map(ignore -> new TreeSet<>(Jackson.texts(ignore, "value")))
        .orElseGet(() -> new TreeSet<>(Collections.emptySet()));
  }
}
