package io.jobhandler.processor.constraint;

import io.jobhandler.processor.constraint.ConstraintFault.Kind;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What is wrong with the constraints of a property. */
final class PropertyFaults {
  private final DocumentStructure structure;
  private final DocumentProperty property;
  private final List<ConstraintFault> faults = new ArrayList<>();

  PropertyFaults(DocumentStructure structure, DocumentProperty property) {
    this.structure = structure;
    this.property = property;
  }

  List<ConstraintFault> faults() {
    return List.copyOf(faults);
  }

  /** The declarations as people write them: a record's component stands for a field and more. */
  private Stream<Element> places() {
    return property.places().stream()
        .filter(place -> place.getKind() != ElementKind.RECORD_COMPONENT);
  }

  private String subject(WrittenAnnotation annotation) {
    return "@%s on %s"
        .formatted(annotation.mirror().getAnnotationType().asElement().getSimpleName(), name());
  }

  private String name() {
    return TypeNames.nestedName(structure.type()) + "." + property.name();
  }

  /** Looks at all annotations, each once however many of the places have it. */
  void checkAnnotations() {
    List<String> seen = new ArrayList<>();
    places()
        .forEach(
            place ->
                Stream.concat(
                        ConstraintAnnotations.on(place).stream(),
                        uses(ConstrainedTypeReader.typeOf(place)))
                    .filter(annotation -> !seen.contains(annotation.mirror().toString()))
                    .forEach(
                        annotation -> {
                          seen.add(annotation.mirror().toString());
                          faults.addAll(
                              AnnotationFaults.of(annotation, place, subject(annotation)));
                        }));
  }

  static Stream<WrittenAnnotation> uses(TypeMirror type) {
    Stream<? extends TypeMirror> held = Stream.empty();
    if (type instanceof ArrayType array) {
      held = Stream.of(array.getComponentType());
    } else if (type instanceof DeclaredType declared) {
      held = declared.getTypeArguments().stream();
    }
    return Stream.concat(
        ConstraintAnnotations.on(type).stream(), held.flatMap(PropertyFaults::uses));
  }

  /** Looks at what the constraints are on. */
  void checkTypes(ConstrainedType type, TypeFit fit) {
    for (ConstraintUse use : type.constraints()) {
      String expected = fit.misfit(use, type.type());
      if (expected != null) {
        add(
            Kind.TYPE,
            use,
            "says nothing of the type %s: put it on %s"
                .formatted(TypeNames.displayName(type.type()), expected));
      }
    }
    type.held().forEach(held -> checkTypes(held, fit));
  }

  /** Constraints on type arguments that are no elements, keys, values or content. */
  void checkHeld(ConstrainedType type, JsonShape shape) {
    if (shape instanceof JsonShape.Items items) {
      checkHeld(type.held().get(0), items.element());
    } else if (shape instanceof JsonShape.Members members) {
      checkHeld(type.held().get(1), members.value());
    } else if (shape instanceof JsonShape.Perhaps perhaps && !type.held().isEmpty()) {
      checkHeld(type.held().get(0), perhaps.value());
    } else {
      type.held().stream()
          .flatMap(ConstrainedType::all)
          .forEach(
              use ->
                  add(
                      Kind.MISPLACED,
                      use,
                      ("is on what only the type %s knows of: put constraints on what lists, sets,"
                              + " maps, arrays and Optional hold")
                          .formatted(TypeNames.displayName(type.type()))));
    }
  }

  /** The property holds objects with constraints that nothing here knows how to find. */
  void opaque(TypeElement constrained) {
    add(
        Kind.OPAQUE,
        ("constraints of %s in %s cannot be checked, because an annotation has Jackson read it in a"
                + " way of its own: remove that annotation, or have the constructor of %s throw")
            .formatted(
                TypeNames.nestedName(constrained), name(), TypeNames.nestedName(constrained)));
  }

  /** The property is to be checked, and cannot be got. */
  void unreachable(ConstrainedType type, String obstacle) {
    String text = "cannot be checked, because " + obstacle;
    type.all()
        .findFirst()
        .ifPresentOrElse(
            use -> add(Kind.UNREACHABLE, use, text),
            () ->
                add(
                    Kind.UNREACHABLE,
                    "constraints in %s cannot be checked, because %s".formatted(name(), obstacle)));
  }

  private void add(Kind kind, String text) {
    Element place = places().findFirst().orElse(property.place());
    faults.add(new ConstraintFault(kind, place, null, null, text));
  }

  private void add(Kind kind, ConstraintUse use, String text) {
    WrittenAnnotation annotation = use.annotation();
    faults.add(
        new ConstraintFault(
            kind, placeOf(annotation), annotation, null, subject(annotation) + " " + text));
  }

  private Element placeOf(WrittenAnnotation annotation) {
    return places()
        .filter(place -> ConstraintAnnotations.on(place).contains(annotation))
        .findFirst()
        .or(() -> places().findFirst())
        .orElse(property.place());
  }
}
