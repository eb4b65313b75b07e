package io.jobhandler.internal.payload;

import io.jobhandler.internal.payload.ScriptedHttpServer.Answer;
import io.jobhandler.internal.payload.ScriptedHttpServer.Request;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What servers answer. */
final class Answers {
  static final String ETAG = "\"v1\"";

  private Answers() {}

  /** As S3 does: whole, or the part that was asked for; 412 where the payload is another. */
  static Answer honest(byte[] content, String etag) {
    return (request, connection) -> {
      String match = request.header("If-Match");
      if (match != null && !match.equals(etag)) {
        connection.head("412 Precondition Failed", "Content-Length: 0");
        return;
      }
      int from = from(request);
      connection.head(
          from == 0 ? "200 OK" : "206 Partial Content",
          "ETag: " + etag,
          "Content-Length: " + (content.length - from),
          from == 0
              ? "Accept-Ranges: bytes"
              : "Content-Range: bytes %d-%d/%d"
                  .formatted(from, content.length - 1, content.length));
      connection.send(Arrays.copyOfRange(content, from, content.length));
    };
  }

  private static int from(Request request) {
    @Nullable String range = request.header("Range");
    return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=|-", ""));
  }

  /** Says that it gives all, and breaks off after some bytes. */
  static Answer cut(byte[] content, int after, String etag) {
    return (request, connection) -> {
      connection.head("200 OK", "ETag: " + etag, "Content-Length: " + content.length);
      connection.send(Arrays.copyOf(content, after));
    };
  }

  /** Gives some bytes and no more, and holds the line. */
  static Answer stalling(byte[] content, int after, String etag) {
    return (request, connection) -> {
      connection.head("200 OK", "ETag: " + etag, "Content-Length: " + content.length);
      connection.send(Arrays.copyOf(content, after));
      connection.stall();
    };
  }

  /** A status without a body. */
  static Answer status(int status, String... headers) {
    return (request, connection) -> {
      String[] all = Arrays.copyOf(headers, headers.length + 1);
      all[headers.length] = "Content-Length: 0";
      connection.head(status + " Said", all);
    };
  }

  /** Headers, and a body until the connection's end. */
  static Answer raw(String status, byte[] body, String... headers) {
    return (request, connection) -> {
      connection.head(status, headers);
      connection.send(body);
    };
  }
}
