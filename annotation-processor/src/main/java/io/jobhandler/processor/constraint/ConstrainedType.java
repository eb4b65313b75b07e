package io.jobhandler.processor.constraint;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * The use of a type with what must hold for its values.
 *
 * @param type the type
 * @param constraints what must hold for a value
 * @param held the same for what the values hold: the elements of a collection or an array, the keys
 *     and the values of a map, the content of an {@code Optional}, all type arguments of another
 *     type
 */
public record ConstrainedType(
    TypeMirror type, List<ConstraintUse> constraints, List<ConstrainedType> held) {

  /** Whether it is constrained itself or by what it holds. */
  boolean isConstrained() {
    return !constraints.isEmpty() || holdsConstrained();
  }

  boolean holdsConstrained() {
    return held.stream().anyMatch(ConstrainedType::isConstrained);
  }

  /** All constraints of it and of what it holds. */
  Stream<ConstraintUse> all() {
    return Stream.concat(constraints.stream(), held.stream().flatMap(ConstrainedType::all));
  }
}
