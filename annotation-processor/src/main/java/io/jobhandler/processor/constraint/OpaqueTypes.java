package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.types.TypeNames;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds constraints in types that only Jackson knows how to read. */
final class OpaqueTypes {
  private final Set<TypeElement> seen = new HashSet<>();

  private OpaqueTypes() {}

  /** A class with constraints that values may hold without that being known here. */
  static Optional<TypeElement> constrained(TypeMirror type, JsonShape shape) {
    return isOpaque(shape) ? new OpaqueTypes().classes(type).findFirst() : Optional.empty();
  }

  private static boolean isOpaque(JsonShape shape) {
    if (shape instanceof JsonShape.Items items) {
      return isOpaque(items.element());
    }
    if (shape instanceof JsonShape.Members members) {
      return isOpaque(members.value());
    }
    return shape instanceof JsonShape.Perhaps perhaps
        ? isOpaque(perhaps.value())
        : shape instanceof JsonShape.Anything;
  }

  private Stream<TypeElement> classes(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return classes(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return Stream.empty();
    }
    return Stream.concat(
        declared.getTypeArguments().stream().flatMap(this::classes),
        ofClass(TypeNames.elementOf(declared)));
  }

  private Stream<TypeElement> ofClass(TypeElement type) {
    if (type.getQualifiedName().toString().startsWith("java.") || !seen.add(type)) {
      return Stream.empty();
    }
    boolean constrained =
        Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
            .anyMatch(OpaqueTypes::isConstrained);
    return constrained
        ? Stream.of(type)
        : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .map(Element::asType)
            .flatMap(this::classes);
  }

  private static boolean isConstrained(Element element) {
    return !ConstraintAnnotations.on(element).isEmpty()
        || PropertyFaults.uses(ConstrainedTypeReader.typeOf(element)).findFirst().isPresent();
  }
}
