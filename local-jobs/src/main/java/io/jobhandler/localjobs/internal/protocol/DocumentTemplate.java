package io.jobhandler.localjobs.internal.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.jobhandler.localjobs.internal.artifact.S3Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A job document with the places of its placeholders, which are looked for in string values, after
 * JSON's escapes were undone. All that is not a placeholder stays as it is, to the character.
 */
final class DocumentTemplate {
  /** Positions in the text. */
  private record Slot(int begin, int end, S3Location location) {}

  private final String text;
  private final List<Slot> slots;

  private DocumentTemplate(String text, List<Slot> slots) {
    this.text = text;
    this.slots = slots;
  }

  /** Reads a valid document. */
  static DocumentTemplate read(String document) {
    List<Slot> slots = new ArrayList<>();
    try (JsonParser parser = Json.FACTORY.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          int quote = (int) parser.currentTokenLocation().getCharOffset();
          addSlots(new StringLiteral(document, quote), slots);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a job document that was checked cannot be read", e);
    }
    return new DocumentTemplate(document, List.copyOf(slots));
  }

  private static void addSlots(StringLiteral literal, List<Slot> slots) {
    for (Placeholder placeholder : Placeholder.in(literal.value())) {
      slots.add(
          new Slot(
              literal.position(placeholder.begin()),
              literal.position(placeholder.end()),
              placeholder.location()));
    }
  }

  /** Tells whether there is nothing to fill. */
  boolean isConstant() {
    return slots.isEmpty();
  }

  /** The document with a URL in each place. */
  String fill(Function<S3Location, String> urls) {
    StringBuilder filled = new StringBuilder(text.length() + 512 * slots.size());
    int copied = 0;
    for (Slot slot : slots) {
      filled.append(text, copied, slot.begin);
      JsonStringEncoder.getInstance().quoteAsString(urls.apply(slot.location), filled);
      copied = slot.end;
    }
    return filled.append(text, copied, text.length()).toString();
  }
}
