package io.jobhandler.processor.document;

import java.util.List;
import java.util.SortedMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What JSON a Java type is read from. */
public sealed interface JsonShape {

  /** A string. */
  record Text(TextForm form) implements JsonShape {}

  /** A number without a fraction, in a range. */
  record Whole(IntegerRange range) implements JsonShape {}

  /** Any number. */
  record Decimal() implements JsonShape {}

  /** {@code true} or {@code false}. */
  record Truth() implements JsonShape {}

  /**
   * One of some strings.
   *
   * @param names those that are accepted, in the order of the enum's constants
   */
  record Names(List<String> names) implements JsonShape {}

  /**
   * An array.
   *
   * @param element what it holds
   * @param elementType the Java type of what it holds, as the use of it is annotated
   */
  record Items(JsonShape element, TypeMirror elementType) implements JsonShape {}

  /**
   * An object whose members are not known by name.
   *
   * @param key what their names are
   * @param value what its members hold
   * @param keyType the Java type of the names, as the use of it is annotated
   * @param valueType the Java type of what the members hold, as the use of it is annotated
   */
  record Members(JsonShape key, JsonShape value, TypeMirror keyType, TypeMirror valueType)
      implements JsonShape {}

  /** What may be left out, or null: an {@code Optional}. */
  record Perhaps(JsonShape value, TypeMirror valueType) implements JsonShape {}

  /**
   * An object whose members are known.
   *
   * @param key which of {@link DocumentModel#structures} it is
   */
  record Structure(String key) implements JsonShape {}

  /**
   * One of several objects, as one of its members says.
   *
   * @param base the Java type that they have in common
   * @param discriminator the member that says which
   * @param structures the objects by what the member says
   */
  record Variants(TypeElement base, String discriminator, SortedMap<String, Structure> structures)
      implements JsonShape {}

  /** Anything, or what only Jackson knows. */
  record Anything() implements JsonShape {}
}
