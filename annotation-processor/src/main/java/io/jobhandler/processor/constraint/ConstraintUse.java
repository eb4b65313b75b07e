package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.WrittenAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * A constraint where it is written.
 *
 * @param constraint what must hold
 * @param message what the author says instead of the usual text; null for that
 * @param annotation the annotation
 */
public record ConstraintUse(
    Constraint constraint, @Nullable String message, WrittenAnnotation annotation) {

  /** The simple name of the annotation, for instance {@code Size}. */
  public String name() {
    return annotation.mirror().getAnnotationType().asElement().getSimpleName().toString();
  }

  /** Whether two annotations say the same, as those of a component and its accessor do. */
  boolean saysTheSameAs(ConstraintUse other) {
    return constraint.equals(other.constraint) && name().equals(other.name());
  }
}
