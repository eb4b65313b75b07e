package io.jobhandler.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a document, and what was expected. Never repeats a value: documents carry
 * presigned URLs, and the text ends in the cloud.
 */
final class DocumentFaults {
  /** What a {@link PresignedUrl} is read from. */
  static final String URL = "a https URL";

  private DocumentFaults() {}

  static String describe(IOException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return unknown(path(unknown), known(unknown));
    }
    if (fault instanceof InvalidNullException nothing) {
      return "property %s is null, expected %s".formatted(path(nothing), type(nothing));
    }
    if (fault instanceof ValueInstantiationException refused) {
      return refused(refused);
    }
    if (fault instanceof MismatchedInputException mismatch) {
      return mismatch(mismatch);
    }
    if (fault instanceof StreamConstraintsException bounds) {
      return "the document is too large or too deep: " + bounds.getOriginalMessage();
    }
    if (fault instanceof StreamReadException syntax) {
      return syntax(syntax);
    }
    if (fault instanceof JsonMappingException misfit && !misfit.getPath().isEmpty()) {
      return "property %s cannot be read into the document type".formatted(path(misfit));
    }
    if (fault instanceof JsonProcessingException other) {
      return "the document cannot be read: " + other.getClass().getSimpleName();
    }
    return "the document cannot be read: " + fault.getMessage();
  }

  static String unknown(String place, Collection<String> known) {
    return "unknown property %s; known: %s"
        .formatted(place, known.isEmpty() ? "none" : String.join(", ", known));
  }

  /** The properties that the type does name, sorted. */
  static SortedSet<String> known(UnrecognizedPropertyException unknown) {
    return Stream.ofNullable(unknown.getKnownPropertyIds())
        .flatMap(Collection::stream)
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is at a place is not what it should be, or is not there. */
  static DocumentFaultException misfit(JsonNode found, JsonPointer place, String expected) {
    if (found.isMissingNode()) {
      return DocumentFaultException.invalid(
          "missing required property %s, expected %s".formatted(place, expected));
    }
    return DocumentFaultException.invalid(
        found.isNull()
            ? "property %s is null, expected %s".formatted(place, expected)
            : "property %s is not %s".formatted(place, expected));
  }

  /** The type's own constructor refused the values, and its message is written for this place. */
  private static String refused(ValueInstantiationException refused) {
    Throwable cause = refused.getCause();
    String message = cause == null ? "its constructor refused the values" : cause.getMessage();
    String reason =
        message == null ? Objects.requireNonNull(cause).getClass().getSimpleName() : message;
    return refused.getPath().isEmpty() ? reason : "property " + path(refused) + ": " + reason;
  }

  private static String mismatch(MismatchedInputException mismatch) {
    String original = mismatch.getOriginalMessage();
    if (original != null && original.startsWith("Missing required creator property")) {
      return "missing required property " + path(mismatch);
    }
    if (original != null && original.startsWith("Trailing token")) {
      return "there is more text behind the document";
    }
    return mismatch.getPath().isEmpty()
        ? "the document is not a " + type(mismatch)
        : "property %s is not a %s".formatted(path(mismatch), type(mismatch));
  }

  private static String syntax(StreamReadException syntax) {
    String original = syntax.getOriginalMessage();
    if (original != null && original.startsWith("Duplicate field")) {
      return "duplicate property: " + original;
    }
    return "the document is not valid JSON at line %d, column %d"
        .formatted(syntax.getLocation().getLineNr(), syntax.getLocation().getColumnNr());
  }

  private static String type(MismatchedInputException mismatch) {
    if (mismatch instanceof InvalidTypeIdException variant) {
      return variant.getBaseType().getRawClass().getSimpleName() + " of a known kind";
    }
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "value of the expected type";
    }
    return type == PresignedUrl.class ? "https URL" : type.getSimpleName();
  }

  /** The place as a JSON pointer (RFC 6901). */
  static String path(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(DocumentFaults::step)
        .collect(Collectors.joining("/", "/", ""));
  }

  private static String step(JsonMappingException.Reference reference) {
    @Nullable String name = reference.getFieldName();
    return name == null ? Integer.toString(reference.getIndex()) : Pointers.escape(name);
  }
}
