package io.jobhandler.processor.document;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The strings that an enum is read from. */
final class EnumNames {
  private static final List<String> OWN_FORM =
      List.of(
          Jackson.CREATOR,
          "com.fasterxml.jackson.annotation.JsonValue",
          "com.fasterxml.jackson.databind.annotation.EnumNaming");

  private EnumNames() {}

  static JsonShape shapeOf(TypeElement type) {
    boolean ownForm =
        Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
            .anyMatch(e -> OWN_FORM.stream().anyMatch(name -> Jackson.isPresent(e, name)));
    return ownForm ? new JsonShape.Anything() : new JsonShape.Names(namesOf(type));
  }

  private static List<String> namesOf(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(e -> e.getKind() == ElementKind.ENUM_CONSTANT)
        .flatMap(EnumNames::namesOf)
        .toList();
  }

  private static Stream<String> namesOf(Element constant) {
    String name =
        WrittenAnnotation.on(constant, Jackson.PROPERTY)
            .map(property -> property.text("value"))
            .filter(text -> !text.isEmpty())
            .orElse(constant.getSimpleName().toString());
    return Stream.concat(Stream.of(name), Jackson.aliasesOf(List.of(constant)).stream());
  }
}
