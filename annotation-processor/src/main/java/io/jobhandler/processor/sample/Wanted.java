package io.jobhandler.processor.sample;

import io.jobhandler.processor.constraint.Constraint;
import io.jobhandler.processor.constraint.ConstraintUse;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A value that a sample needs.
 *
 * @param pointer where
 * @param name what the property is called
 * @param type the Java type
 * @param given what the author gives as a sample, null for nothing
 * @param constraints what must hold
 */
record Wanted(
    String pointer,
    String name,
    TypeMirror type,
    @Nullable String given,
    List<ConstraintUse> constraints) {

  Wanted held(TypeMirror heldType, List<ConstraintUse> heldConstraints) {
    return new Wanted(pointer, name, heldType, given, heldConstraints);
  }

  Wanted at(String child) {
    return new Wanted(pointer + "/" + child, name, type, given, constraints);
  }

  <T extends Constraint> Stream<T> all(Class<T> kind) {
    return constraints.stream()
        .map(ConstraintUse::constraint)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  <T extends Constraint> boolean has(Class<T> kind) {
    return all(kind).findAny().isPresent();
  }

  /** The least that must be in it. */
  int least() {
    int empty = has(Constraint.NotEmpty.class) || has(Constraint.NotBlank.class) ? 1 : 0;
    return all(Constraint.Size.class).mapToInt(Constraint.Size::min).reduce(empty, Math::max);
  }

  /** The most that may be in it. */
  int most() {
    return all(Constraint.Size.class)
        .mapToInt(Constraint.Size::max)
        .reduce(Integer.MAX_VALUE, Math::min);
  }
}
