package io.jobhandler.processor.types;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Names of types, and types by name. */
public final class TypeNames {

  private TypeNames() {}

  /** Whether a type is the given class or interface, whatever annotations the use of it carries. */
  public static boolean isExactly(TypeMirror type, Class<?> expected) {
    return type.getKind() == TypeKind.DECLARED
        && qualifiedName(type).equals(expected.getCanonicalName());
  }

  public static TypeElement elementOf(TypeMirror declaredType) {
    return (TypeElement) ((DeclaredType) declaredType).asElement();
  }

  public static PackageElement packageOf(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof PackageElement found) {
        return found;
      }
    }
    throw new IllegalArgumentException(element + " is in no package");
  }

  /** The type that is in no other and that an element is, or is in. */
  public static TypeElement outermost(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type && e.getEnclosingElement() instanceof PackageElement) {
        return type;
      }
    }
    throw new IllegalArgumentException(element + " is in no type");
  }

  /** The name of a type below its package, for instance {@code Outer.Nested}. */
  public static String nestedName(TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.addFirst(e.getSimpleName().toString());
    }
    return String.join(".", names);
  }

  /** A type as people write it, without packages where it is a class. */
  public static String displayName(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT); // without annotations
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return type.toString();
    }
    DeclaredType declared = (DeclaredType) type;
    String name = nestedName(elementOf(declared));
    if (declared.getTypeArguments().isEmpty()) {
      return name;
    }
    return declared.getTypeArguments().stream()
        .map(TypeNames::displayName)
        .collect(Collectors.joining(", ", name + "<", ">"));
  }

  /** The qualified name of a class or interface, empty where the type is none. */
  public static String qualifiedName(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED ? elementOf(type).getQualifiedName().toString() : "";
  }

  /** The annotation of a type on an element, null where there is none. */
  public static @Nullable AnnotationMirror annotation(Element element, Class<?> annotationType) {
    return annotation(element, annotationType.getCanonicalName());
  }

  /** The annotation of a type on an element or on the use of a type, null where there is none. */
  public static @Nullable AnnotationMirror annotation(
      AnnotatedConstruct annotated, String annotationType) {
    return annotated.getAnnotationMirrors().stream()
        .filter(mirror -> qualifiedName(mirror.getAnnotationType()).equals(annotationType))
        .findFirst()
        .orElse(null);
  }
}
