package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * An exception that an annotation names.
 *
 * @param value where it is written
 * @param element the exception
 */
record ExceptionType(AnnotationValue value, TypeElement element) {

  /** The exception, none where its class is missing: another processor may have yet to write it. */
  static Optional<ExceptionType> of(AnnotationValue value) {
    return value.getValue() instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED
        ? Optional.of(new ExceptionType(value, TypeNames.elementOf(type)))
        : Optional.empty();
  }

  String displayName() {
    return TypeNames.nestedName(element);
  }

  /** Whether it is a class or a subclass of it. */
  boolean is(Class<? extends Throwable> type) {
    for (TypeMirror t = element.asType();
        t.getKind() == TypeKind.DECLARED;
        t = TypeNames.elementOf(t).getSuperclass()) {
      if (TypeNames.isExactly(t, type)) {
        return true;
      }
    }
    return false;
  }

  boolean isSameAs(ExceptionType other) {
    return element.equals(other.element);
  }

  /** Whether it is a subclass of another. */
  boolean isBelow(ExceptionType other) {
    for (TypeMirror t = element.getSuperclass();
        t.getKind() == TypeKind.DECLARED;
        t = TypeNames.elementOf(t).getSuperclass()) {
      if (TypeNames.elementOf(t).equals(other.element)) {
        return true;
      }
    }
    return false;
  }

  /** Sorts what is about exceptions: by name, but a subclass before its superclass. */
  static <T> List<T> mostSpecificFirst(List<T> items, Function<T, ExceptionType> typeOf) {
    List<T> sorted = new ArrayList<>();
    items.stream()
        .sorted(Comparator.comparing(item -> typeOf.apply(item).qualifiedName()))
        .forEach(item -> sorted.add(placeOf(item, sorted, typeOf), item));
    return List.copyOf(sorted);
  }

  private static <T> int placeOf(T item, List<T> sorted, Function<T, ExceptionType> typeOf) {
    for (int i = 0; i < sorted.size(); i++) {
      if (typeOf.apply(item).isBelow(typeOf.apply(sorted.get(i)))) {
        return i;
      }
    }
    return sorted.size();
  }

  private String qualifiedName() {
    return element.getQualifiedName().toString();
  }
}
