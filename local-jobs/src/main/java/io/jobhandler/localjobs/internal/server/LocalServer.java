package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.ServiceClock;
import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.artifact.S3Location;
import io.jobhandler.localjobs.internal.http.ArtifactEndpoint;
import io.jobhandler.localjobs.internal.mqtt.Broker;
import io.jobhandler.localjobs.internal.mqtt.Session;
import io.jobhandler.localjobs.internal.mqtt.TrafficCounters;
import io.jobhandler.localjobs.internal.protocol.Documents;
import io.jobhandler.localjobs.internal.protocol.JobsApi;
import io.jobhandler.localjobs.internal.service.JobsService;
import io.jobhandler.localjobs.internal.tls.CertificateFiles;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.mqtt.MqttServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The service while it runs: one event loop carries all connections, messages and requests. */
public final class LocalServer implements AutoCloseable {
  private final FaultPlan faults = new FaultPlan();
  private final TrafficCounters traffic = new TrafficCounters();
  private final Runnable afterClose;
  private final Vertx vertx;
  private final Context eventLoop;
  private final ArtifactEndpoint artifacts;
  private final JobsService service;
  private final JobsBridge bridge;
  private final Broker broker;
  private final Deliveries deliveries;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Creates a service that does not listen yet.
   *
   * @param store the artifacts
   * @param afterClose run once, when everything else has ended
   */
  public LocalServer(ServiceClock clock, ArtifactStore store, Runnable afterClose) {
    this.afterClose = afterClose;
    vertx = Vertx.vertx(vertxOptions());
    eventLoop = vertx.getOrCreateContext();
    artifacts = new ArtifactEndpoint(store, clock);
    Documents documents = new Documents(this::presigned);
    service = new JobsService(clock, this::eventsReady, documents::prepare);
    broker = new Broker(this::published, faults, traffic);
    deliveries = new Deliveries(broker, faults, eventLoop);
    bridge = new JobsBridge(service, new JobsApi(service, clock), faults, deliveries);
  }

  private String presigned(S3Location location, Duration expiresIn) {
    return artifacts.presign("GET", location, expiresIn);
  }

  private static VertxOptions vertxOptions() {
    FileSystemOptions files =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setUseDaemonThread(true)
        .setFileSystemOptions(files);
  }

  /**
   * Opens the plain listener.
   *
   * @param port the port, 0 for any that is free
   * @return the port
   * @throws IllegalStateException if the port is taken
   */
  public int listenPlain(int port) {
    return await("mqttPort", port, listeners().plain(port).map(MqttServer::actualPort));
  }

  /**
   * Opens the listener for mutual TLS.
   *
   * @param port the port, 0 for any that is free
   * @return the port
   * @throws IllegalStateException if the port is taken
   */
  public int listenMutualTls(int port, CertificateFiles files) {
    Future<MqttServer> listening = listeners().mutualTls(port, files);
    return await("mqttsPort", port, listening.map(MqttServer::actualPort));
  }

  /**
   * Opens the listener of the artifact endpoint.
   *
   * @param port the port, 0 for any that is free
   * @throws IllegalStateException if the port is taken
   */
  public void listenArtifacts(int port) {
    await("artifactPort", port, artifacts.listen(vertx, eventLoop, port));
  }

  private Listeners listeners() {
    return new Listeners(vertx, eventLoop, broker::connect);
  }

  private static int await(String setting, int port, Future<Integer> listening) {
    return Waiting.forResult(listening, e -> cannotListen(setting, port, e));
  }

  private static IllegalStateException cannotListen(String setting, int port, Throwable cause) {
    return new IllegalStateException(
        setting
            + " "
            + port
            + " on 127.0.0.1 cannot be listened on; is it taken? 0 stands for any free port",
        cause);
  }

  private void published(Session from, String topic, byte[] payload) {
    bridge.published(from, topic, payload);
  }

  private void eventsReady() {
    if (!closed.get()) {
      eventLoop.runOnContext(nothing -> bridge.deliverEvents());
    }
  }

  public JobsService service() {
    return service;
  }

  public ArtifactEndpoint artifacts() {
    return artifacts;
  }

  public FaultPlan faults() {
    return faults;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  public TrafficCounters traffic() {
    return traffic;
  }

  /** Cuts all connections; returns at once. */
  public void dropConnections() {
    eventLoop.runOnContext(nothing -> broker.dropAll());
  }

  /** Ends all connections and listeners; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    Waiting.forResult(
        vertx.close(), e -> new IllegalStateException("the service did not close", e));
    IllegalStateException reason = new IllegalStateException("the service is closed");
    service.takeWaiting().forEach(future -> future.completeExceptionally(reason));
    afterClose.run();
  }
}
