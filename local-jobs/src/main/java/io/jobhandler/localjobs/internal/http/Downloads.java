package io.jobhandler.localjobs.internal.http;

import io.jobhandler.localjobs.internal.artifact.ArtifactFaultPlan;
import io.jobhandler.localjobs.internal.artifact.ArtifactFaultPlan.Fault;
import io.jobhandler.localjobs.internal.artifact.ArtifactKey;
import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.artifact.BodyPlan;
import io.jobhandler.localjobs.internal.artifact.ByteRange;
import io.jobhandler.localjobs.internal.artifact.Conditions;
import io.jobhandler.localjobs.internal.artifact.Presigner;
import io.jobhandler.localjobs.internal.artifact.Query;
import io.jobhandler.localjobs.internal.artifact.S3Error;
import io.jobhandler.localjobs.internal.artifact.S3Exception;
import io.jobhandler.localjobs.internal.artifact.SignedRequest;
import io.jobhandler.localjobs.internal.artifact.StoredArtifact;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;

/** Answers GET and HEAD to those who have a presigned URL. On the event loop. */
final class Downloads {
  private static final OpenOptions READ =
      new OpenOptions().setRead(true).setWrite(false).setCreate(false);

  private final Vertx vertx;
  private final ArtifactStore store;
  private final Presigner presigner;
  private final ArtifactFaultPlan faults;

  Downloads(Vertx vertx, ArtifactStore store, Presigner presigner, ArtifactFaultPlan faults) {
    this.vertx = vertx;
    this.store = store;
    this.presigner = presigner;
    this.faults = faults;
  }

  void serve(Exchange exchange, ArtifactKey key) {
    if (faults.take(key, Fault.EXPIRED)) {
      throw new S3Exception(S3Error.REQUEST_EXPIRED);
    }
    Query query = Query.parse(exchange.request.query());
    presigner.check(signed(exchange.request, key, query));
    StoredArtifact artifact = store.find(key, query.value("versionId"));
    ByteRange range = select(exchange, artifact);
    if (exchange.isHead()) {
      begin(exchange, artifact, range, range.length()).end();
    } else {
      send(exchange, artifact, range, BodyPlan.of(range, fault -> faults.take(key, fault)));
    }
  }

  private static SignedRequest signed(HttpServerRequest request, ArtifactKey key, Query query) {
    String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
    return new SignedRequest(request.method().name(), host, key.path(), query);
  }

  private static ByteRange select(Exchange exchange, StoredArtifact artifact) {
    HttpServerRequest request = exchange.request;
    try {
      return new Conditions(
              request.getHeader("If-Match"),
              request.getHeader("If-Range"),
              request.getHeader("Range"))
          .select(artifact);
    } catch (S3Exception e) {
      if (e.error() == S3Error.INVALID_RANGE) {
        exchange.response.putHeader("Content-Range", "bytes */" + artifact.version().size());
      }
      throw e;
    }
  }

  private void send(Exchange exchange, StoredArtifact artifact, ByteRange range, BodyPlan plan) {
    vertx
        .fileSystem()
        .open(artifact.file().toString(), READ)
        .onFailure(exchange::fail)
        .onSuccess(
            file -> {
              HttpServerResponse response = begin(exchange, artifact, range, plan.announced());
              new BodySender(vertx.getOrCreateContext(), file, response, plan)
                  .send()
                  .onComplete(done -> file.close())
                  .onSuccess(sent -> end(exchange, plan.ending()))
                  .onFailure(exchange::fail);
            });
  }

  private static void end(Exchange exchange, BodyPlan.Ending ending) {
    switch (ending) {
      case COMPLETE -> exchange.response.end();
      case CLOSE -> exchange.request.connection().close();
      case STALL -> {}
    }
  }

  private static HttpServerResponse begin(
      Exchange exchange, StoredArtifact artifact, ByteRange range, long length) {
    HttpServerResponse response = exchange.begin(range.partial() ? 206 : 200);
    if (range.partial()) {
      response.putHeader("Content-Range", range.contentRange(artifact.version().size()));
    }
    return response
        .putHeader("Accept-Ranges", "bytes")
        .putHeader("Content-Length", String.valueOf(length))
        .putHeader("Content-Type", "binary/octet-stream")
        .putHeader("ETag", artifact.version().etag())
        .putHeader("Last-Modified", artifact.lastModifiedHeader())
        .putHeader("x-amz-version-id", artifact.version().versionId());
  }
}
