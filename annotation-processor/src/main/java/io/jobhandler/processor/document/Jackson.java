package io.jobhandler.processor.document;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

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
          "com.fasterxml.jackson.annotation.JsonAutoDetect",
          "com.fasterxml.jackson.annotation.JsonFormat",
          "com.fasterxml.jackson.annotation.JsonIdentityInfo",
          "com.fasterxml.jackson.annotation.JsonIgnoreType",
          "com.fasterxml.jackson.annotation.JsonIncludeProperties",
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

  static boolean isOpaqueMember(AnnotatedConstruct member) {
    return isOpaque(member) || isPresent(member, IGNORE_PROPERTIES);
  }

  static boolean isIgnored(List<Element> places) {
    return places.stream().anyMatch(Jackson::isIgnored);
  }

  private static boolean isIgnored(Element place) {
    return WrittenAnnotation.on(place, IGNORE)
            .filter(ignore -> ignore.simple("value", Boolean.class, true))
            .isPresent()
        || WrittenAnnotation.on(place, PROPERTY)
            .filter(property -> constant(property, "access").equals("READ_ONLY"))
            .isPresent();
  }

  /** The name of an enum's constant, empty where it is left out. */
  static String constant(WrittenAnnotation annotation, String name) {
    AnnotationValue value = annotation.value(name);
    return value != null && value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** Whether an annotation makes a member a property that would be none without it. */
  static boolean isNamed(Element member) {
    return isPresent(member, PROPERTY) || isPresent(member, SETTER);
  }

  static boolean isRequired(Element member) {
    return WrittenAnnotation.on(member, PROPERTY)
        .map(property -> property.simple("required", Boolean.class, false))
        .orElse(false);
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
