package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds constraints that would not be checked as they are written.
 *
 * @param documents the documents
 * @param from the package that the generated code is in
 * @param obstacles why code there cannot name a class, nothing where it can
 * @param elements the compiler's
 * @param types the compiler's
 */
public record ConstraintFaults(
    ConstrainedDocuments documents,
    PackageElement from,
    Function<TypeMirror, Optional<String>> obstacles,
    Elements elements,
    Types types) {

  /**
   * Finds them.
   *
   * @return the faults, sorted by the name of the class
   */
  public List<ConstraintFault> find() {
    List<ConstraintFault> faults = new ArrayList<>();
    for (DocumentStructure structure : documents.structures()) {
      structure.properties().forEach(property -> faults.addAll(faults(structure, property)));
      faults.addAll(new StrayConstraints(types).of(structure));
    }
    return faults;
  }

  private List<ConstraintFault> faults(DocumentStructure structure, DocumentProperty property) {
    ConstrainedType type = documents.typeOf(property);
    PropertyFaults found = new PropertyFaults(structure, property);
    found.checkAnnotations();
    found.checkTypes(type, new TypeFit(types));
    found.checkHeld(type, property.shape());
    OpaqueTypes.constrained(property.type(), property.shape()).ifPresent(found::opaque);
    if (documents.isConstrained(property)) {
      obstacleTo(structure, property).ifPresent(obstacle -> found.unreachable(type, obstacle));
    }
    return found.faults();
  }

  private Optional<String> obstacleTo(DocumentStructure structure, DocumentProperty property) {
    Optional<String> ofClass = obstacles.apply(structure.type().asType());
    return ofClass.isPresent() || isReachable(structure, property.accessor())
        ? ofClass
        : Optional.of(
            "nothing gets '%s' from within %s: give %s a method or a field that does"
                .formatted(
                    property.name(),
                    from.isUnnamed() ? "the unnamed package" : "package " + from,
                    TypeNames.nestedName(structure.type())));
  }

  private boolean isReachable(DocumentStructure structure, @Nullable String accessor) {
    return accessor != null
        && (TypeNames.packageOf(structure.type()).equals(from)
            || elements.getAllMembers(structure.type()).stream()
                .filter(member -> isGotBy(member, accessor))
                .anyMatch(member -> member.getModifiers().contains(Modifier.PUBLIC)));
  }

  private static boolean isGotBy(Element member, String accessor) {
    return accessor.equals(member.getSimpleName() + (member.getKind().isField() ? "" : "()"));
  }
}
