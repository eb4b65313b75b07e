package io.jobhandler.localjobs.internal.http;

import io.jobhandler.localjobs.ArtifactRequest;
import io.jobhandler.localjobs.internal.artifact.S3Error;
import io.jobhandler.localjobs.internal.artifact.S3Exception;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request and its response, which is recorded before it is sent. On the event loop. */
final class Exchange {
  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  final HttpServerRequest request;
  final HttpServerResponse response;
  private final String requestId = UUID.randomUUID().toString();
  private final Consumer<ArtifactRequest> record;

  Exchange(HttpServerRequest request, Consumer<ArtifactRequest> record) {
    this.request = request;
    this.response = request.response();
    this.record = record;
  }

  boolean isHead() {
    return request.method().equals(HttpMethod.HEAD);
  }

  /** Decides the answer; what is left is to send it. */
  HttpServerResponse begin(int status) {
    record.accept(
        new ArtifactRequest(
            request.method().name(), request.path(), request.getHeader("Range"), status));
    return response.setStatusCode(status).putHeader("x-amz-request-id", requestId);
  }

  /** Answers with an error, unless the answer has begun. */
  void fail(Throwable cause) {
    if (response.closed() || response.headWritten()) {
      log.debug("{} {} was cut short", request.method(), request.path(), cause);
      request.connection().close();
      return;
    }
    S3Exception error = asS3(cause);
    if (isHead()) {
      begin(error.error().status()).end();
    } else {
      begin(error.error().status())
          .putHeader("Content-Type", "application/xml")
          .end(ErrorXml.write(error, request.path(), requestId));
    }
  }

  private S3Exception asS3(Throwable cause) {
    if (cause instanceof S3Exception error) {
      return error;
    }
    log.error("{} {} failed", request.method(), request.path(), cause);
    return new S3Exception(S3Error.INTERNAL_ERROR);
  }
}
