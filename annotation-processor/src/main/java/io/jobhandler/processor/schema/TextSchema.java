package io.jobhandler.processor.schema;

import io.jobhandler.processor.document.TextForm;
import io.jobhandler.processor.json.JsonObject;
import java.util.List;

/**
 * The schemas of strings. A {@code format} is only a remark to many validators, so a pattern says
 * what it means, and a format is named only where it refuses nothing that the agent takes in the
 * form of the pattern.
 */
final class TextSchema {
  private static final String TYPE = "type";
  private static final String STRING = "string";

  private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";
  private static final String SHORT_TIME =
      "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
  private static final String OFFSET = "(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)";
  private static final String DURATION =
      "[+-]?P(?=[0-9+-]|T)([+-]?[0-9]+D)?(T(?=[0-9+-])([+-]?[0-9]+H)?([+-]?[0-9]+M)?"
          + "([+-]?[0-9]+(\\.[0-9]{0,9})?S)?)?";
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private static final String URI_CHARACTER = "([^\\s\"<>\\\\^`{|}%]|%[0-9A-Fa-f]{2})";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String HOST =
      "((" + LABEL + "\\.)*" + LABEL + "\\.?|\\[[0-9A-Fa-f:.]+\\])(:[0-9]*)?";
  private static final String URL =
      "[Hh][Tt][Tt][Pp][Ss]?://" + HOST + "([/?#]" + URI_CHARACTER + "*)?";

  /** As Jackson reads it: white space may stand between groups of four. */
  private static final String BASE64 =
      "([\\u0000-\\u0020]*[A-Za-z0-9+/]{2}([A-Za-z0-9+/]{2}|[A-Za-z0-9+/]=|==))*[\\u0000-\\u0020]*";

  /** As the agent takes a signature: one text for each value. */
  private static final String STRICT_BASE64 =
      "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";

  private TextSchema() {}

  static JsonObject of(TextForm form) {
    return switch (form) {
      case PLAIN, OTHER -> string();
      case CHARACTER -> string("[\\u0000-\\uffff]").put("minLength", 1).put("maxLength", 1);
      case BASE64 -> bytes();
      case UUID -> string(UUID).put("format", "uuid");
      case URI -> string(URI_CHARACTER + "*").put("format", "iri-reference");
      case PRESIGNED_URL -> url();
      case DATE_TIME -> string(DATE + "T" + TIME + OFFSET).put("format", "date-time");
      case LOCAL_DATE_TIME -> string(DATE + "T" + SHORT_TIME);
      case DATE -> string(DATE).put("format", "date");
      case TIME -> string(SHORT_TIME);
      case DURATION -> string(DURATION);
    };
  }

  static JsonObject url() {
    return string(URL).put("format", "iri");
  }

  static JsonObject signature() {
    return string(STRICT_BASE64).put("minLength", 1).put("contentEncoding", "base64");
  }

  static JsonObject string() {
    return new JsonObject().put(TYPE, STRING);
  }

  private static JsonObject string(String pattern) {
    return string().put("pattern", "^" + pattern + "$");
  }

  /** Jackson takes a list of numbers, too. */
  private static JsonObject bytes() {
    JsonObject number =
        new JsonObject().put(TYPE, "integer").put("minimum", -128).put("maximum", 255);
    return string(BASE64)
        .put(TYPE, List.of(STRING, "array"))
        .put("contentEncoding", "base64")
        .put("items", number);
  }
}
