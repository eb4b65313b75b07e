package io.jobhandler.processor.constraint;

import io.jobhandler.processor.constraint.ConstraintFault.Kind;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** What is wrong with an annotation whatever it is on. */
final class AnnotationFaults {
  private AnnotationFaults() {}

  /**
   * The faults of an annotation.
   *
   * @param annotation the annotation
   * @param place the declaration that it is on, or that uses the type that it is on
   * @param subject the annotation and its place in words
   */
  static List<ConstraintFault> of(WrittenAnnotation annotation, Element place, String subject) {
    List<ConstraintFault> faults = new ArrayList<>();
    ConstraintReading reading = ConstraintAnnotations.read(annotation);
    if (reading.kind() != null) {
      faults.add(
          new ConstraintFault(
              reading.kind(),
              place,
              annotation,
              reading.attribute(),
              subject + " " + reading.text()));
    }
    for (String attribute : List.of("groups", "payload")) {
      if (!annotation.elements(attribute).isEmpty()) {
        faults.add(
            new ConstraintFault(
                Kind.GROUPS,
                place,
                annotation,
                attribute,
                "%s has %s, and every constraint of a document is always checked: remove %s"
                    .formatted(subject, attribute, attribute)));
      }
    }
    if (reading.constraint() != null && isTemplate(annotation)) {
      faults.add(
          new ConstraintFault(
              Kind.MESSAGE,
              place,
              annotation,
              Constraints.MESSAGE,
              ("%s has a message with braces, which nothing fills in: write the text itself, or"
                      + " leave the message out for the usual text")
                  .formatted(subject)));
    }
    return faults;
  }

  /** Some write out the name of the usual text in braces, and mean that. */
  private static boolean isTemplate(WrittenAnnotation annotation) {
    String message = annotation.text(Constraints.MESSAGE);
    return message.contains("{")
        && !message.equals(
            "{%s.message}".formatted(annotation.mirror().getAnnotationType().asElement()));
  }
}
