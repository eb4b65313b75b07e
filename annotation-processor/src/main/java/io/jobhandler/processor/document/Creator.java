package io.jobhandler.processor.document;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A constructor or a static method that Jackson may call.
 *
 * @param method the constructor or method
 * @param mode what its {@code @JsonCreator} says, empty where that or the annotation is left out
 */
record Creator(ExecutableElement method, String mode) {

  /** What Jackson hands to a single parameter without being asked to. */
  private static final Set<String> PLAIN =
      Set.of(
          "java.lang.String",
          "int",
          "long",
          "double",
          "boolean",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  /** Those with the annotation, in the order of their declaration. */
  static List<Creator> annotated(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(Creator::creates)
        .map(ExecutableElement.class::cast)
        .flatMap(Creator::annotated)
        .filter(creator -> !creator.mode().equals("DISABLED"))
        .toList();
  }

  private static boolean creates(Element element) {
    return element.getKind() == ElementKind.CONSTRUCTOR
        || (element.getKind() == ElementKind.METHOD
            && element.getModifiers().contains(Modifier.STATIC));
  }

  private static Stream<Creator> annotated(ExecutableElement method) {
    return WrittenAnnotation.on(method, Jackson.CREATOR)
        .map(annotation -> new Creator(method, Jackson.constant(annotation, "mode")))
        .stream();
  }

  /** Whether a document is handed to its one parameter as it is. */
  boolean isDelegating() {
    return switch (mode) {
      case "DELEGATING" -> true;
      case "PROPERTIES" -> false;
      default -> method.getParameters().size() == 1 && !isNamed(method.getParameters().get(0));
    };
  }

  boolean hasNames() {
    return !method.getParameters().isEmpty()
        && method.getParameters().stream().allMatch(Creator::isNamed);
  }

  boolean takesPlainValue() {
    return method.getParameters().size() == 1
        && PLAIN.contains(method.getParameters().get(0).asType().toString());
  }

  static boolean isNamed(VariableElement parameter) {
    return Jackson.nameOf(List.of(parameter)).isPresent();
  }
}
