package io.jobhandler.localjobs.internal.artifact;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object that are served.
 *
 * @param partial whether a range was asked for, be it of everything
 */
public record ByteRange(long first, long length, boolean partial) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(?<from>\\d*)-(?<to>\\d*)");

  static ByteRange whole(long size) {
    return new ByteRange(0, size, false);
  }

  /**
   * Reads a Range header, see RFC 9110, section 14.2. The whole object is served without one, for
   * several ranges, which S3 does not serve, and for what is no range of bytes.
   *
   * @throws S3Exception if the object has none of the bytes
   */
  static ByteRange parse(@Nullable String header, long size) {
    Matcher matcher = SINGLE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) {
      return whole(size);
    }
    String from = matcher.group("from");
    String to = matcher.group("to");
    if (from.isEmpty()) {
      return to.isEmpty() ? whole(size) : part(size - Math.min(number(to), size), size - 1, size);
    }
    long first = number(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
    return last < first ? whole(size) : part(first, Math.min(last, size - 1), size);
  }

  /** However many digits there are. */
  private static long number(String digits) {
    return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  private static ByteRange part(long first, long last, long size) {
    if (first >= size) {
      throw new S3Exception(S3Error.INVALID_RANGE);
    }
    return new ByteRange(first, last - first + 1, true);
  }

  /** The header of a partial answer. */
  public String contentRange(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
