package io.jobhandler.processor.catalogue;

import io.jobhandler.processor.document.IntegerRange;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.document.TextForm;
import java.util.Locale;

/** What a value is, in a few words. */
final class TypeText {
  private TypeText() {}

  static String of(JsonShape shape) {
    if (shape instanceof JsonShape.Perhaps perhaps) {
      return of(perhaps.value());
    }
    if (shape instanceof JsonShape.Items items) {
      return "array of " + of(items.element());
    }
    if (shape instanceof JsonShape.Members members) {
      return "object of " + of(members.value());
    }
    if (shape instanceof JsonShape.Names names) {
      return "one of " + String.join(", ", names.names());
    }
    return simple(shape);
  }

  private static String simple(JsonShape shape) {
    if (shape instanceof JsonShape.Text text) {
      return of(text.form());
    }
    if (shape instanceof JsonShape.Whole whole) {
      return "integer" + range(whole.range());
    }
    if (shape instanceof JsonShape.Decimal) {
      return "number";
    }
    if (shape instanceof JsonShape.Truth) {
      return "true or false";
    }
    return shape instanceof JsonShape.Anything ? "anything" : "object";
  }

  private static String of(TextForm form) {
    return switch (form) {
      case PLAIN, OTHER -> "string";
      case BASE64 -> "bytes in Base64";
      case PRESIGNED_URL -> "https URL";
      case UUID, URI -> form.name();
      default -> form.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static String range(IntegerRange range) {
    return range.min() == null || range.max() == null
        ? ""
        : ", %d to %d".formatted(range.min(), range.max());
  }
}
