package io.jobhandler.localjobs.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jobhandler.localjobs.LocalJobsException;
import io.jobhandler.localjobs.internal.artifact.S3Location;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a text where a presigned URL belongs.
 *
 * @param begin where the dollar sign stands
 * @param end behind the closing brace
 */
record Placeholder(int begin, int end, S3Location location) {
  private static final String PREFIX = "${aws:iot:s3-presigned-url";
  private static final String PLAIN = PREFIX + ":";
  private static final String ENCODED = PREFIX + "-v2:";

  /** Finds the placeholders of a text, from left to right. */
  static List<Placeholder> in(String text) {
    List<Placeholder> found = new ArrayList<>();
    for (int at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at)) {
      int brace = text.indexOf('}', at);
      if (brace < 0) {
        throw new LocalJobsException(
            "InvalidJobDocumentException",
            "the placeholder '" + text.substring(at) + "' has no closing brace in its string");
      }
      found.add(new Placeholder(at, brace + 1, location(text.substring(at, brace))));
      at = brace;
    }
    return found;
  }

  private static S3Location location(String opened) {
    try {
      if (opened.startsWith(ENCODED)) {
        return S3Location.parse(URLDecoder.decode(opened.substring(ENCODED.length()), UTF_8));
      }
      if (opened.startsWith(PLAIN)) {
        return latest(S3Location.parse(opened.substring(PLAIN.length())));
      }
    } catch (IllegalArgumentException e) {
      throw invalid(opened, String.valueOf(e.getMessage()));
    }
    throw invalid(opened, "known are " + PLAIN + "<url>} and " + ENCODED + "<encoded url>}");
  }

  private static S3Location latest(S3Location location) {
    if (location.versionId() != null) {
      throw new IllegalArgumentException("a versionId needs the form " + ENCODED);
    }
    return location;
  }

  private static LocalJobsException invalid(String opened, String problem) {
    return new LocalJobsException(
        "InvalidRequestException", "the placeholder '" + opened + "}': " + problem);
  }
}
