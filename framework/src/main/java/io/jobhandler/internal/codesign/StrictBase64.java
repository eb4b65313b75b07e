package io.jobhandler.internal.codesign;

import java.util.Base64;

/**
 * Base64 with one text for each value (RFC 4648, sections 3.5 and 4): padded, on one line, and
 * without stray bits in the last character, which the JDK's decoder lets pass.
 */
public final class StrictBase64 {
  private StrictBase64() {}

  /**
   * Decodes a text.
   *
   * @param text the text
   * @param maxLength the most characters that it may have
   * @return its bytes
   * @throws MalformedSignatureException if it is longer, or not canonical base64
   */
  public static byte[] decode(String text, int maxLength) throws MalformedSignatureException {
    if (text.length() <= maxLength) {
      try {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
          return bytes;
        }
      } catch (IllegalArgumentException e) {
        throw notCanonical(maxLength);
      }
    }
    throw notCanonical(maxLength);
  }

  private static MalformedSignatureException notCanonical(int maxLength) {
    return new MalformedSignatureException(
        "it is not canonical base64 of at most %d characters on one line".formatted(maxLength));
  }
}
