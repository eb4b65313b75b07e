package io.jobhandler.processor.document;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object that a Java type is read from.
 *
 * @param name its name in JSON
 * @param aliases other names that are taken for it, sorted
 * @param places where it is declared, and may be annotated: the field, component, accessor and
 *     parameter of a record, or the field, getter and setter; the first is where to report
 * @param type its Java type
 * @param shape what it is read from
 * @param required whether it must not be missing
 * @param nullable whether it may be null in JSON
 * @param accessor the expression that gets it from an object, for instance {@code version()}; null
 *     where no code in the package can
 */
public record DocumentProperty(
    String name,
    List<String> aliases,
    List<Element> places,
    TypeMirror type,
    JsonShape shape,
    boolean required,
    boolean nullable,
    @Nullable String accessor) {

  /** Where to report what is wrong with it. */
  public Element place() {
    return places.get(0);
  }

  /** An annotation of one of its places. */
  public Optional<WrittenAnnotation> annotation(String qualifiedName) {
    return places.stream()
        .flatMap(place -> WrittenAnnotation.on(place, qualifiedName).stream())
        .findFirst();
  }
}
