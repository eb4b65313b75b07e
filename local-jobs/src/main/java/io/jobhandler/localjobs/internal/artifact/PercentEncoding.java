package io.jobhandler.localjobs.internal.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/**
 * Percent-encoding as SigV4 defines it: of every byte but {@code A-Z a-z 0-9 - . _ ~}. A plus is a
 * plus.
 */
final class PercentEncoding {
  private PercentEncoding() {}

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  static String encodePath(String path) {
    return encode(path).replace("%2F", "/");
  }

  /** Throws an InvalidURI error if a percent sign is not followed by two hex digits. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new S3Exception(S3Error.INVALID_URI, "The URI is not percent-encoded correctly");
    }
  }
}
