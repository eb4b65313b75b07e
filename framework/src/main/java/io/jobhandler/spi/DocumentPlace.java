package io.jobhandler.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document whose constraints generated code checks, and what it has found wrong there
 * and elsewhere in the document. For one thread at a time.
 */
public final class DocumentPlace {
  /** The most violations that are kept; a document may have one for every few bytes. */
  public static final int MAX_VIOLATIONS = 16;

  private final @Nullable DocumentPlace parent;
  private final String segment;
  private final List<ConstraintViolation> violations;

  private DocumentPlace(
      @Nullable DocumentPlace parent, String segment, List<ConstraintViolation> violations) {
    this.parent = parent;
    this.segment = segment;
    this.violations = violations;
  }

  /**
   * A document of which nothing is found wrong yet.
   *
   * @return the place of the whole document
   */
  public static DocumentPlace root() {
    return new DocumentPlace(null, "", new ArrayList<>());
  }

  /**
   * The place of a member.
   *
   * @param name its name in JSON
   * @return the place
   */
  public DocumentPlace member(String name) {
    return new DocumentPlace(this, name, violations);
  }

  /**
   * Says whether what is at this place keeps a rule.
   *
   * @param kept whether it does
   * @param rule the rule, as the end of a sentence
   */
  public void require(boolean kept, String rule) {
    if (!kept && violations.size() < MAX_VIOLATIONS) {
      violations.add(new ConstraintViolation(pointer(), rule));
    }
  }

  /**
   * Checks what a list or set at this place holds.
   *
   * @param elements the elements; null for none
   * @param check is called with each of them, which may be null, and its place
   * @param <T> their type
   */
  public <T extends @Nullable Object> void elements(
      @Nullable Iterable<? extends T> elements, BiConsumer<T, DocumentPlace> check) {
    if (elements != null) {
      int index = 0;
      for (T element : elements) {
        check.accept(element, member(Integer.toString(index++)));
      }
    }
  }

  /**
   * Checks what an array at this place holds.
   *
   * @param elements the elements; null for none
   * @param check is called with each of them, which may be null, and its place
   * @param <T> their type
   */
  public <T extends @Nullable Object> void elements(
      T @Nullable [] elements, BiConsumer<T, DocumentPlace> check) {
    elements(elements == null ? null : Arrays.asList(elements), check);
  }

  /**
   * Checks the values of a map at this place.
   *
   * @param map the map; null for none
   * @param check is called with each value, which may be null, and its place
   * @param <V> their type
   */
  public <V extends @Nullable Object> void values(
      @Nullable Map<?, ? extends V> map, BiConsumer<V, DocumentPlace> check) {
    if (map != null) {
      map.forEach((key, value) -> check.accept(value, member(nameOf(key))));
    }
  }

  /**
   * Checks the keys of a map at this place.
   *
   * @param map the map; null for none
   * @param check is called with each key and the place of its value
   * @param <K> their type
   */
  public <K> void keys(@Nullable Map<? extends K, ?> map, BiConsumer<K, DocumentPlace> check) {
    if (map != null) {
      map.keySet().forEach(key -> check.accept(key, member(nameOf(key))));
    }
  }

  /**
   * Checks what an {@code Optional} at this place holds.
   *
   * @param optional the optional; null for none
   * @param check is called with the content, null if it is empty, and this place
   * @param <T> its type
   */
  @SuppressWarnings("NullableOptional") // what a bean holds whose property is missing in JSON
  public <T> void content(
      @Nullable Optional<? extends T> optional, BiConsumer<@Nullable T, DocumentPlace> check) {
    if (optional != null) {
      check.accept(optional.orElse(null), this);
    }
  }

  /**
   * Checks an object at this place if it is of a class, and of no subclass.
   *
   * @param object the object; null for none
   * @param type the class
   * @param check is called with the object and this place
   * @param <T> the class
   */
  public <T> void exactly(
      @Nullable Object object, Class<T> type, BiConsumer<T, DocumentPlace> check) {
    if (object != null && object.getClass() == type) {
      check.accept(type.cast(object), this);
    }
  }

  /**
   * What was found wrong in the whole document so far.
   *
   * @return the violations in the order in which they were found, at most {@value #MAX_VIOLATIONS}
   */
  public List<ConstraintViolation> violations() {
    return List.copyOf(violations);
  }

  private static String nameOf(@Nullable Object key) {
    return key instanceof Enum<?> constant ? constant.name() : String.valueOf(key);
  }

  private String pointer() {
    return parent == null
        ? ""
        : parent.pointer() + "/" + segment.replace("~", "~0").replace("/", "~1");
  }
}
