package io.jobhandler.processor.constraint;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an annotation was found to say.
 *
 * @param constraint the constraint; null where the annotation is wrong
 * @param kind what is wrong; null where nothing is
 * @param attribute which value is wrong; null for the annotation itself
 * @param text what is wrong and how to mend it, as the end of a sentence about the annotation
 */
record ConstraintReading(
    @Nullable Constraint constraint,
    ConstraintFault.@Nullable Kind kind,
    @Nullable String attribute,
    String text) {

  static ConstraintReading of(Constraint constraint) {
    return new ConstraintReading(constraint, null, null, "");
  }

  static ConstraintReading fault(
      ConstraintFault.Kind kind, @Nullable String attribute, String text) {
    return new ConstraintReading(null, kind, attribute, text);
  }

  ConstraintReading map(Function<Constraint, Constraint> change) {
    return constraint == null ? this : of(change.apply(constraint));
  }
}
