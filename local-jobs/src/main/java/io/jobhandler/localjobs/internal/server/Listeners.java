package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.internal.mqtt.Broker;
import io.jobhandler.localjobs.internal.tls.CertificateFiles;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the MQTT listeners, on loopback only and all on one event loop. */
final class Listeners {
  private static final Logger log = LoggerFactory.getLogger(Listeners.class);
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx;
  private final Context eventLoop;
  private final Handler<MqttEndpoint> connections;

  Listeners(Vertx vertx, Context eventLoop, Handler<MqttEndpoint> connections) {
    this.vertx = vertx;
    this.eventLoop = eventLoop;
    this.connections = connections;
  }

  Future<MqttServer> plain(int port) {
    return listen(port, options());
  }

  Future<MqttServer> mutualTls(int port, CertificateFiles files) {
    MqttServerOptions options = options();
    options.setSsl(true);
    options.setKeyCertOptions(
        new PemKeyCertOptions()
            .setCertPath(files.serverCertificate().toString())
            .setKeyPath(files.serverPrivateKey().toString()));
    options.setTrustOptions(new PemTrustOptions().addCertPath(files.caCertificate().toString()));
    options.setClientAuth(ClientAuth.REQUIRED);
    options.setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
    return listen(port, options);
  }

  private static MqttServerOptions options() {
    MqttServerOptions options = new MqttServerOptions();
    options.setMaxMessageSize(Broker.MAX_PACKET_BYTES);
    // Longer ids are refused by the broker with the code that is meant for it.
    options.setMaxClientIdLength(Short.MAX_VALUE);
    options.setAutoClientId(true);
    options.setTcpNoDelay(true);
    return options;
  }

  private Future<MqttServer> listen(int port, MqttServerOptions options) {
    Promise<MqttServer> listening = Promise.promise();
    eventLoop.runOnContext(
        nothing -> {
          MqttServer server = MqttServer.create(vertx, options);
          server.endpointHandler(connections);
          server.exceptionHandler(e -> log.debug("A client could not connect", e));
          server.listen(port, LOOPBACK).onComplete(listening);
        });
    return listening.future();
  }
}
