package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.WrittenAnnotation;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A constraint that would not be checked as it is written.
 *
 * @param kind what sort of mistake it is
 * @param place the declaration that it is on
 * @param annotation the annotation; null where the declaration itself is wrong
 * @param attribute the value of the annotation that is wrong; null for all of it
 * @param text what is wrong and how to mend it
 */
public record ConstraintFault(
    Kind kind,
    Element place,
    @Nullable WrittenAnnotation annotation,
    @Nullable String attribute,
    String text) {

  /** Sorts of mistakes. */
  public enum Kind {
    /** No constraint that generated code checks. */
    UNSUPPORTED,
    /** A constraint on what is no property of a document. */
    MISPLACED,
    /** Groups or a payload. */
    GROUPS,
    /** A message to be filled in. */
    MESSAGE,
    /** A constraint on a type that it says nothing of. */
    TYPE,
    /** A regular expression that does not compile. */
    PATTERN,
    /** Sizes or digits that nothing can have. */
    BOUNDS,
    /** A bound that is no number. */
    NUMBER,
    /** A property that generated code cannot get. */
    UNREACHABLE,
    /** Constraints in what is read in a way that only Jackson knows. */
    OPAQUE
  }
}
