package io.jobhandler.processor.document;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What may become a property.
 *
 * @param name its name in Java
 * @param places where it is declared; the first is where to report
 * @param type its Java type
 * @param required whether it must not be missing, unless its type says otherwise
 * @param nullable whether it may be null in JSON
 * @param accessor the expression that gets it from an object; null where there is none
 * @param readOnly whether nothing sets it
 */
record Candidate(
    String name,
    List<Element> places,
    TypeMirror type,
    boolean required,
    boolean nullable,
    @Nullable String accessor,
    boolean readOnly) {

  /** Whether it is a member of JSON at all: nothing sets it, or it takes all other members. */
  boolean isNone() {
    return readOnly || places.stream().anyMatch(p -> Jackson.isPresent(p, Jackson.ANY_SETTER));
  }

  /** Whether Jackson skips it in a document. */
  boolean isIgnored() {
    return Jackson.isIgnored(places);
  }
}
