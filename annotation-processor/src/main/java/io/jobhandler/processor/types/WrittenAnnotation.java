package io.jobhandler.processor.types;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as it is written. What does not compile counts as left out: the compiler says so.
 *
 * @param mirror the annotation
 */
public record WrittenAnnotation(AnnotationMirror mirror) {

  public static Optional<WrittenAnnotation> on(Element element, Class<?> annotationType) {
    return on(element, annotationType.getCanonicalName());
  }

  /** The annotation of a type that need not be on the class path, by its qualified name. */
  public static Optional<WrittenAnnotation> on(
      AnnotatedConstruct annotated, String annotationType) {
    return Optional.ofNullable(TypeNames.annotation(annotated, annotationType))
        .map(WrittenAnnotation::new);
  }

  /** Where a value is written, null where it is left out. */
  public @Nullable AnnotationValue value(String name) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** A value as text, empty where it is left out. */
  public String text(String name) {
    AnnotationValue value = value(name);
    return value == null ? "" : String.valueOf(value.getValue());
  }

  /** A number or a truth value. */
  public <T> T simple(String name, Class<T> type, T leftOut) {
    AnnotationValue value = value(name);
    return value != null && type.isInstance(value.getValue())
        ? type.cast(value.getValue())
        : leftOut;
  }

  public <E extends Enum<E>> E constant(String name, E leftOut) {
    AnnotationValue value = value(name);
    return Arrays.stream(leftOut.getDeclaringClass().getEnumConstants())
        .filter(constant -> value != null && names(value, constant))
        .findFirst()
        .orElse(leftOut);
  }

  private static boolean names(AnnotationValue value, Enum<?> constant) {
    return value.getValue() instanceof VariableElement written
        && written.getSimpleName().contentEquals(constant.name());
  }

  /** The elements of an array, none where it is left out. */
  public List<AnnotationValue> elements(String name) {
    AnnotationValue value = value(name);
    return value != null && value.getValue() instanceof List<?> elements
        ? elements.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }
}
