package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of properties and of what they hold. Annotations that are wrong are left out: the
 * compilation ends with an error for each.
 */
public final class Constraints {
  static final String MESSAGE = "message";

  private Constraints() {}

  /**
   * The constraints of a property itself, each once however many of its places have it.
   *
   * @param property a member of an object
   * @return the constraints in the order in which they are written
   */
  public static List<ConstraintUse> of(DocumentProperty property) {
    return of(Stream.concat(property.places().stream(), Stream.of(property.type())));
  }

  /**
   * The constraints of a property and of all that it holds.
   *
   * @param property a member of an object
   * @return its type
   */
  public static ConstrainedType typeOf(DocumentProperty property) {
    return new ConstrainedTypeReader(Constraints::of).read(property);
  }

  /**
   * The constraints of elements, keys, values or the content of an {@code Optional}. {@link
   * #typeOf} knows also those that are written in another place of the property.
   *
   * @param type the type as the use of it is annotated
   * @return the constraints in the order in which they are written
   */
  public static List<ConstraintUse> ofUse(TypeMirror type) {
    return of(Stream.of(type));
  }

  private static List<ConstraintUse> of(Stream<? extends AnnotatedConstruct> places) {
    List<ConstraintUse> uses = new ArrayList<>();
    places
        .flatMap(place -> ConstraintAnnotations.on(place).stream())
        .flatMap(Constraints::use)
        .filter(use -> uses.stream().noneMatch(use::saysTheSameAs))
        .forEach(uses::add);
    return List.copyOf(uses);
  }

  private static Stream<ConstraintUse> use(WrittenAnnotation written) {
    return Stream.ofNullable(ConstraintAnnotations.read(written).constraint())
        .map(constraint -> new ConstraintUse(constraint, messageOf(written), written));
  }

  /** The name of the usual text in braces, which some write out, means that text. */
  private static @Nullable String messageOf(WrittenAnnotation written) {
    String message = written.text(MESSAGE);
    return message.isEmpty() || message.startsWith("{") ? null : message;
  }
}
