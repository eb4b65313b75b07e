package io.jobhandler.localjobs.internal.http;

import io.jobhandler.localjobs.internal.artifact.S3Exception;

/** The body of S3's error responses. */
final class ErrorXml {
  private static final String FORM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>%s</Code><Message>%s</Message><Resource>%s</Resource>\
      <RequestId>%s</RequestId></Error>""";

  private ErrorXml() {}

  static String write(S3Exception error, String path, String requestId) {
    return FORM.formatted(
        error.error().code(), escaped(error.reason()), escaped(path), escaped(requestId));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
