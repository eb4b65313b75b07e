package io.jobhandler.localjobs.internal.http;

import io.jobhandler.localjobs.internal.artifact.ArtifactKey;
import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.artifact.Query;
import io.jobhandler.localjobs.internal.artifact.S3Error;
import io.jobhandler.localjobs.internal.artifact.S3Exception;
import io.jobhandler.localjobs.internal.artifact.StoredArtifact;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.Objects;

/** Answers PUT: the body goes to disk as it comes. On the event loop. */
final class Uploads {
  private final Vertx vertx;
  private final ArtifactStore store;

  Uploads(Vertx vertx, ArtifactStore store) {
    this.vertx = vertx;
    this.store = store;
  }

  void receive(Exchange exchange, ArtifactKey key) {
    refuseOtherOperations(exchange.request);
    // Nothing may come before there is a place for it.
    exchange.request.pause();
    String part = store.newPart().toString();
    vertx
        .fileSystem()
        .open(part, new OpenOptions().setCreateNew(true))
        .compose(exchange.request::pipeTo)
        .onFailure(cutShort -> vertx.fileSystem().delete(part))
        .compose(done -> vertx.executeBlocking(() -> store.keep(key, Path.of(part))))
        .onSuccess(artifact -> created(exchange, artifact))
        .onFailure(exchange::fail);
  }

  /**
   * S3 has more operations with this method; taken for an upload they would make a wrong version.
   */
  private static void refuseOtherOperations(HttpServerRequest request) {
    boolean copies = request.headers().contains("x-amz-copy-source");
    boolean framed =
        header(request, "Content-Encoding").contains("aws-chunked")
            || header(request, "x-amz-content-sha256").startsWith("STREAMING-");
    if (copies || framed || Query.parse(request.query()).hasSubresource()) {
      throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }
  }

  private static String header(HttpServerRequest request, String name) {
    return Objects.requireNonNullElse(request.getHeader(name), "");
  }

  private static void created(Exchange exchange, StoredArtifact artifact) {
    exchange
        .begin(200)
        .putHeader("ETag", artifact.version().etag())
        .putHeader("x-amz-version-id", artifact.version().versionId())
        .end();
  }
}
