package io.jobhandler.localjobs.internal.http;

import io.jobhandler.localjobs.ArtifactRequest;
import io.jobhandler.localjobs.internal.artifact.ArtifactKey;
import io.jobhandler.localjobs.internal.artifact.S3Error;
import io.jobhandler.localjobs.internal.artifact.S3Exception;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Tells uploads and downloads apart. On the event loop. */
final class ArtifactHandler implements Handler<HttpServerRequest> {
  private final Uploads uploads;
  private final Downloads downloads;
  private final Consumer<ArtifactRequest> record;

  ArtifactHandler(Uploads uploads, Downloads downloads, Consumer<ArtifactRequest> record) {
    this.uploads = uploads;
    this.downloads = downloads;
    this.record = record;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Exchange exchange = new Exchange(request, record);
    try {
      ArtifactKey key = ArtifactKey.ofPath(request.path());
      switch (request.method().name()) {
        case "PUT" -> uploads.receive(exchange, key);
        case "GET", "HEAD" -> downloads.serve(exchange, key);
        default -> {
          exchange.response.putHeader("Allow", "GET, HEAD, PUT");
          throw new S3Exception(S3Error.METHOD_NOT_ALLOWED);
        }
      }
    } catch (RuntimeException e) {
      exchange.fail(e);
    }
  }
}
