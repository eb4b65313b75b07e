package io.jobhandler.internal.discovery;

import io.jobhandler.internal.json.TypeGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses documents with constraints, which only generated code checks. Looks for them in the class
 * files: where the annotations are not on the class path, reflection does not show them.
 */
final class DocumentConstraints {
  private static final String CONSTRAINTS = "Ljakarta/validation/constraints/";
  private static final String MARK_OF_OTHERS = "Ljakarta/validation/Constraint;";

  private DocumentConstraints() {}

  /**
   * Makes sure that nothing would be left unchecked.
   *
   * @param documentType the type of a document; null for none
   * @param signature the handler that takes it
   * @throws IllegalArgumentException if the type, or one that it is made of, has constraints
   */
  static void requireNone(@Nullable Class<?> documentType, String signature) {
    Stream.ofNullable(documentType)
        .flatMap(type -> TypeGraph.of(type).stream())
        .filter(DocumentConstraints::isConstrained)
        .findFirst()
        .ifPresent(
            type -> {
              throw new IllegalArgumentException(
                  ("%s: the document type %s has constraints of Jakarta Validation, which only"
                          + " generated code checks: %s")
                      .formatted(signature, type.getName(), HandlerDiscovery.ADVICE));
            });
  }

  private static boolean isConstrained(Class<?> type) {
    return mentions(type, CONSTRAINTS)
        || Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredFields()))
            .flatMap(element -> Arrays.stream(element.getAnnotations()))
            .anyMatch(annotation -> mentions(annotation.annotationType(), MARK_OF_OTHERS));
  }

  /** Whether a class uses another, by its descriptor. Class files have it as it is written. */
  private static boolean mentions(Class<?> type, String descriptor) {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream file = type.getResourceAsStream(name)) {
      return file != null
          && new String(file.readAllBytes(), StandardCharsets.ISO_8859_1).contains(descriptor);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the class file of %s cannot be read".formatted(type.getName()), e);
    }
  }
}
