package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Types;

/**
 * Finds constraints of a class and its supertypes that are on none of its properties, and would not
 * be checked.
 *
 * @param types the compiler's
 */
record StrayConstraints(Types types) {

  List<ConstraintFault> of(DocumentStructure structure) {
    Set<Element> places = new HashSet<>();
    structure.properties().stream().map(DocumentProperty::places).forEach(places::addAll);
    return withSupertypes(structure.type())
        .distinct()
        .flatMap(type -> Stream.concat(Stream.of(type), type.getEnclosedElements().stream()))
        .flatMap(StrayConstraints::withParameters)
        .filter(element -> !places.contains(element))
        .flatMap(StrayConstraints::faults)
        .toList();
  }

  private Stream<TypeElement> withSupertypes(TypeElement type) {
    return Stream.concat(
        Stream.of(type),
        types.directSupertypes(type.asType()).stream()
            .filter(parent -> parent.getKind() == TypeKind.DECLARED)
            .map(TypeNames::elementOf)
            .flatMap(this::withSupertypes));
  }

  private static Stream<Element> withParameters(Element element) {
    return element instanceof ExecutableElement method
        ? Stream.concat(Stream.of(element), method.getParameters().stream())
        : Stream.of(element);
  }

  private static Stream<ConstraintFault> faults(Element element) {
    List<WrittenAnnotation> written = ConstraintAnnotations.on(element);
    return written.stream().limit(1).map(annotation -> fault(element, annotation));
  }

  private static ConstraintFault fault(Element element, WrittenAnnotation annotation) {
    String name = annotation.mirror().getAnnotationType().asElement().getSimpleName().toString();
    return new ConstraintFault(
        ConstraintFault.Kind.MISPLACED,
        element,
        annotation,
        null,
        ("@%s on %s is on no property that a document is read into, and would not be checked: put"
                + " it on a record component, or on a field or getter of the class itself")
            .formatted(name, describe(element)));
  }

  private static String describe(Element element) {
    if (element instanceof TypeElement type) {
      return TypeNames.nestedName(type);
    }
    Element owner = element.getEnclosingElement();
    return (owner == null ? "" : owner.getSimpleName() + ".") + element.getSimpleName();
  }
}
