package io.jobhandler.internal.payload;

import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PayloadSourceException.Kind;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server says before the body, and what it means (RFC 9110). Its texts are not repeated.
 *
 * @param status the status code
 * @param headers the headers
 * @param offset the first byte that was asked for
 * @param validator the ETag that the payload was to have; null where the offset is zero
 */
record HttpAnswer(int status, HttpHeaders headers, long offset, @Nullable String validator) {
  private static final int MAX_HEADERS = 64 * 1024;
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern RANGE =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

  /** Weak ones do not promise the same bytes (section 8.8.1). */
  private static final Pattern STRONG_ETAG = Pattern.compile("\"[!#-~]{0,256}\"");

  /**
   * The body, where it may be used; null where the payload is another than the one that the
   * validator was for, so that it is to be asked for from its beginning.
   */
  @Nullable HttpDownload download(HttpExchange exchange) throws PayloadSourceException {
    if (headerSize() > MAX_HEADERS) {
      throw broken("headers of more than 64 KiB");
    }
    return switch (status) {
      case 200 -> whole(exchange);
      case 206 -> part(exchange);
      case 412, 416 -> another();
      default -> throw refusal();
    };
  }

  private long headerSize() {
    return headers.map().entrySet().stream()
        .mapToLong(
            header -> {
              int name = header.getKey().length();
              return header.getValue().stream().mapToLong(value -> name + value.length()).sum();
            })
        .sum();
  }

  private HttpDownload whole(HttpExchange exchange) throws PayloadSourceException {
    checkEncoding();
    return new HttpDownload(exchange, 0, length(), etag());
  }

  private @Nullable HttpDownload part(HttpExchange exchange) throws PayloadSourceException {
    checkEncoding();
    Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    if (validator == null || !range.matches()) {
      throw broken("a part that was not asked for");
    }
    long start = Long.parseLong(range.group(1));
    long end = Long.parseLong(range.group(2));
    if (start != offset || end < start || length().orElse(end - start + 1) != end - start + 1) {
      throw broken("another part than was asked for");
    }
    return validator.equals(etag())
        ? new HttpDownload(exchange, start, total(range.group(3)), validator)
        : null;
  }

  private static OptionalLong total(String text) {
    return text.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }

  private @Nullable HttpDownload another() throws PayloadSourceException {
    if (validator == null) {
      throw refusal();
    }
    return null;
  }

  private void checkEncoding() throws PayloadSourceException {
    for (String coding : headers.allValues("Content-Encoding")) {
      if (!coding.equalsIgnoreCase("identity")) {
        throw new PayloadSourceException(
            Kind.PERMANENT, "the server encodes it, and its signature is that of the plain bytes");
      }
    }
  }

  private OptionalLong length() throws PayloadSourceException {
    List<String> lengths = headers.allValues("Content-Length");
    if (lengths.isEmpty()) {
      return OptionalLong.empty();
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.get(0)).matches()) {
      throw broken("a Content-Length that is no number");
    }
    return OptionalLong.of(Long.parseLong(lengths.get(0)));
  }

  private @Nullable String etag() {
    String etag = headers.firstValue("ETag").orElse("");
    return STRONG_ETAG.matcher(etag).matches() ? etag : null;
  }

  private static PayloadSourceException broken(String what) {
    return new PayloadSourceException(Kind.TEMPORARY, "the server answered with " + what);
  }

  private PayloadSourceException refusal() {
    String redirect = status >= 300 && status < 400 ? ", and redirects are not followed" : "";
    return new PayloadSourceException(kind(), "the server answered " + status + redirect);
  }

  /** S3 says 403 to a URL whose time is over, and 400 where its session's is (ExpiredToken). */
  private Kind kind() {
    return switch (status) {
      case 400, 401, 403, 410 -> Kind.URL_EXPIRED;
      case 408, 425, 429 -> Kind.TEMPORARY;
      default -> status >= 500 ? Kind.TEMPORARY : Kind.PERMANENT;
    };
  }
}
