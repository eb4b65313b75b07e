package io.jobhandler.spi;

import java.util.regex.Pattern;

/**
 * A {@link io.jobhandler.Payload} parameter of a handler method.
 *
 * <p>The pointers are JSON pointers (RFC 6901) to something in the document, so they begin with
 * {@code /}, and {@code ~} stands in them as {@code ~0} or {@code ~1} only. A segment {@code *}
 * means every element of an array, or every member of an object.
 *
 * @param name the parameter's name, not empty
 * @param url the pointer to the presigned URL; with exactly one {@code *} where several are meant,
 *     else with none
 * @param codesign the pointer to the AWS Signer object; where several are meant, a {@code *} in it
 *     is the element that the URL was found in, and without one all share a single object
 * @param anchor the alias of the trust anchor; empty where the annotation leaves it unset
 * @param several whether the parameter takes a map of payloads
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON pointer</a>
 */
public record PayloadParameter(
    String name, String url, String codesign, String anchor, boolean several) {

  private static final Pattern WILDCARD = Pattern.compile("(?<=/)\\*(?=/|$)");
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

  /**
   * Checks the name and the pointers.
   *
   * @throws IllegalArgumentException if one of them has not the form that is described above
   */
  public PayloadParameter {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a payload parameter has no name");
    }
    requirePointer("url", url, name);
    requirePointer("codesign", codesign, name);
    requireWildcards("url", url, name, several, several ? 1 : 0);
    requireWildcards("codesign", codesign, name, several, 0);
  }

  private static void requirePointer(String what, String pointer, String name) {
    if (!pointer.startsWith("/") || BAD_ESCAPE.matcher(pointer).find()) {
      throw new IllegalArgumentException(
          ("%s '%s' of payload '%s' is not a JSON pointer: write for instance \"/image/url\", with"
                  + " ~0 for ~ and ~1 for / in a name")
              .formatted(what, pointer, name));
    }
  }

  private static void requireWildcards(
      String what, String pointer, String name, boolean several, int least) {
    long wildcards = WILDCARD.matcher(pointer).results().count();
    if (wildcards > 0 && !several) {
      throw new IllegalArgumentException(
          ("%s '%s' of payload '%s' has a *, which means several payloads: name one place, or"
                  + " declare the parameter as Map<String, VerifiedPayload>")
              .formatted(what, pointer, name));
    }
    if (wildcards < least) {
      throw new IllegalArgumentException(
          ("%s '%s' of payload '%s' has no *, and a map takes several payloads: write for instance"
                  + " \"/files/*/url\", or declare the parameter as VerifiedPayload")
              .formatted(what, pointer, name));
    }
    if (wildcards > 1) {
      throw new IllegalArgumentException(
          "%s '%s' of payload '%s' has %d segments *: keep one"
              .formatted(what, pointer, name, wildcards));
    }
  }
}
