package io.jobhandler.processor;

import io.jobhandler.processor.document.DocumentReader;
import io.jobhandler.processor.types.TypeNames;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Which types a job document, a JSON object, can be read into. */
final class DocumentTypes {

  private DocumentTypes() {}

  /** The type that a parameter has a document or checkpoint read into; none if it takes neither. */
  static Optional<TypeElement> of(ParameterModel parameter) {
    return parameter.kind() == ParameterModel.Kind.DOCUMENT
            && parameter.annotation() == null
            && misfitOf(parameter.type()).isEmpty()
        ? Optional.of(TypeNames.elementOf(parameter.type()))
        : Optional.empty();
  }

  /** What keeps a document from being read into a type, as the end of a sentence. */
  static Optional<String> misfitOf(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of("a primitive");
    }
    return switch (type.getKind()) {
      case ARRAY -> Optional.of("an array");
      case DECLARED -> misfitOf(TypeNames.elementOf(type));
      default -> Optional.of("a type variable");
    };
  }

  private static Optional<String> misfitOf(TypeElement type) {
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.of("a generic type");
    }
    if (type.getQualifiedName().toString().startsWith("java.")) {
      return Optional.of("a type of the JDK");
    }
    if (type.getKind() == ElementKind.ENUM) {
      return Optional.of("an enum");
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT) && !DocumentReader.choosesClass(type)) {
      return Optional.of(type.getKind().isInterface() ? "an interface" : "an abstract class");
    }
    return isInner(type) ? Optional.of("an inner class") : Optional.empty();
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  /** Why code in a package cannot name a type, and the fix. */
  static Optional<String> obstacleTo(TypeMirror type, PackageElement from) {
    boolean samePackage = TypeNames.packageOf(TypeNames.elementOf(type)).equals(from);
    for (Element e = TypeNames.elementOf(type);
        e instanceof TypeElement;
        e = e.getEnclosingElement()) {
      if (samePackage && e.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(
            "%s is private: remove 'private', package-private is enough"
                .formatted(e.getSimpleName()));
      }
      if (!samePackage && !e.getModifiers().contains(Modifier.PUBLIC)) {
        return Optional.of(
            "%s is in another package and not public: make it public".formatted(e.getSimpleName()));
      }
    }
    return Optional.empty();
  }
}
