package io.jobhandler.processor.document;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Jackson's annotations, which the processor knows by name only. */
final class Jackson {
  static final String ALIAS = "com.fasterxml.jackson.annotation.JsonAlias";
  static final String ANY_SETTER = "com.fasterxml.jackson.annotation.JsonAnySetter";
  static final String CREATOR = "com.fasterxml.jackson.annotation.JsonCreator";
  static final String IGNORE = "com.fasterxml.jackson.annotation.JsonIgnore";
  static final String IGNORE_PROPERTIES = "com.fasterxml.jackson.annotation.JsonIgnoreProperties";
  static final String NAMING = "com.fasterxml.jackson.databind.annotation.JsonNaming";
  static final String PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";
  static final String SETTER = "com.fasterxml.jackson.annotation.JsonSetter";
  static final String SUB_TYPES = "com.fasterxml.jackson.annotation.JsonSubTypes";
  static final String TYPE_INFO = "com.fasterxml.jackson.annotation.JsonTypeInfo";
  static final String TYPE_NAME = "com.fasterxml.jackson.annotation.JsonTypeName";

  /** Those that have Jackson read a value in a way that only running it would tell. */
  private static final List<String> OPAQUE =
      List.of(
          "com.fasterxml.jackson.annotation.JsonFormat",
          "com.fasterxml.jackson.annotation.JsonUnwrapped",
          "com.fasterxml.jackson.annotation.JacksonInject",
          "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
          "com.fasterxml.jackson.databind.annotation.JsonTypeResolver");

  private Jackson() {}

  static boolean isPresent(AnnotatedConstruct annotated, String annotation) {
    return WrittenAnnotation.on(annotated, annotation).isPresent();
  }

  static boolean isOpaque(AnnotatedConstruct annotated) {
    return OPAQUE.stream().anyMatch(annotation -> isPresent(annotated, annotation));
  }

  static boolean isIgnored(List<Element> places) {
    return places.stream()
        .flatMap(place -> WrittenAnnotation.on(place, IGNORE).stream())
        .anyMatch(ignore -> ignore.simple("value", Boolean.class, true));
  }

  /** The name that a property is given, none where it keeps its own. */
  static Optional<String> nameOf(List<Element> places) {
    return places.stream()
        .flatMap(
            place ->
                WrittenAnnotation.on(place, PROPERTY)
                    .or(() -> WrittenAnnotation.on(place, SETTER))
                    .stream())
        .map(property -> property.text("value"))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  static List<String> aliasesOf(List<Element> places) {
    return places.stream()
        .flatMap(place -> WrittenAnnotation.on(place, ALIAS).stream())
        .flatMap(alias -> texts(alias, "value").stream())
        .distinct()
        .sorted()
        .toList();
  }

  static List<String> texts(WrittenAnnotation annotation, String name) {
    return annotation.elements(name).stream()
        .map(AnnotationValue::getValue)
        .map(String::valueOf)
        .toList();
  }
}
