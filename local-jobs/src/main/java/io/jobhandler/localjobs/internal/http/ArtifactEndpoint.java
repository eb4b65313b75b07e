package io.jobhandler.localjobs.internal.http;

import static java.util.Objects.requireNonNull;

import io.jobhandler.localjobs.ArtifactRequest;
import io.jobhandler.localjobs.internal.artifact.ArtifactFaultPlan;
import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.artifact.Presigner;
import io.jobhandler.localjobs.internal.artifact.S3Location;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The artifact endpoint while it runs. Thread-safe. */
public final class ArtifactEndpoint {
  private static final Logger log = LoggerFactory.getLogger(ArtifactEndpoint.class);
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * A key has up to 1024 bytes, which take three characters each, and the query is long as well.
   */
  private static final int MAX_REQUEST_LINE = 16 * 1024;

  private final ArtifactFaultPlan faults = new ArtifactFaultPlan();
  private final Queue<ArtifactRequest> requests = new ConcurrentLinkedQueue<>();
  private final ArtifactStore store;
  private final Presigner presigner;
  private volatile @Nullable URI uri;

  public ArtifactEndpoint(ArtifactStore store, InstantSource clock) {
    this.store = store;
    this.presigner = new Presigner(clock);
  }

  /**
   * Opens the listener, on loopback only.
   *
   * @param port the port, 0 for any that is free
   * @return the port
   */
  public Future<Integer> listen(Vertx vertx, Context eventLoop, int port) {
    ArtifactHandler handler =
        new ArtifactHandler(
            new Uploads(vertx, store),
            new Downloads(vertx, store, presigner, faults),
            requests::add);
    Promise<HttpServer> listening = Promise.promise();
    eventLoop.runOnContext(
        nothing ->
            vertx
                .createHttpServer(options())
                .requestHandler(handler)
                .exceptionHandler(e -> log.debug("A client could not connect", e))
                .listen(port, LOOPBACK)
                .onComplete(listening));
    return listening.future().map(this::listensAt);
  }

  /** HTTP/1.1 only, as S3. */
  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setHandle100ContinueAutomatically(true)
        .setMaxInitialLineLength(MAX_REQUEST_LINE);
  }

  private int listensAt(HttpServer server) {
    uri = URI.create("http://" + LOOPBACK + ":" + server.actualPort());
    return server.actualPort();
  }

  /** Where the endpoint is; only when it listens. */
  public URI uri() {
    return requireNonNull(uri, "the artifact endpoint does not listen yet");
  }

  /** A URL for one method; only when the endpoint listens. */
  public String presign(String method, S3Location location, Duration expiresIn) {
    return presigner.presign(method, uri(), location, expiresIn);
  }

  public ArtifactStore store() {
    return store;
  }

  public ArtifactFaultPlan faults() {
    return faults;
  }

  /** What was asked until now, in the order of the answers. */
  public List<ArtifactRequest> requests() {
    return List.copyOf(requests);
  }
}
