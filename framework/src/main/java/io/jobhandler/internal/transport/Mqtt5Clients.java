package io.jobhandler.internal.transport;

import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder;

/** Makes the SDK's client the way the framework needs it. */
final class Mqtt5Clients {
  private Mqtt5Clients() {}

  static Mqtt5Client build(MqttConnection connection, Mqtt5Events events) {
    try (AwsIotMqtt5ClientBuilder builder = builder(connection);
        SocketOptions sockets = socketOptions()) {
      return builder
          .withClientId(connection.clientId())
          .withPort((long) connection.port())
          .withSocketOptions(sockets)
          .withKeepAliveIntervalSeconds(connection.keepAlive().toSeconds())
          .withMinReconnectDelayMs(connection.minReconnectDelay().toMillis())
          .withMaxReconnectDelayMs(connection.maxReconnectDelay().toMillis())
          // What fails is sent again by those who know whether it is still wanted.
          .withOfflineQueueBehavior(
              Mqtt5ClientOptions.ClientOfflineQueueBehavior.FAIL_ALL_ON_DISCONNECT)
          // Publishes are paced before they come here; the SDK's own pacing costs 10 ms each.
          .withExtendedValidationAndFlowControlOptions(
              Mqtt5ClientOptions.ExtendedValidationAndFlowControlOptions.NONE)
          .withLifeCycleEvents(events)
          .withPublishEvents(events)
          .build();
    }
  }

  /** Without TCP_NODELAY every request that follows a PUBACK waits 40 ms for the peer's ACK. */
  static SocketOptions socketOptions() {
    SocketOptions options = new SocketOptions();
    options.tcpNoDelay = SocketOptions.TcpNoDelay.ON;
    return options;
  }

  private static AwsIotMqtt5ClientBuilder builder(MqttConnection connection) {
    MqttConnection.Tls tls = connection.tls();
    if (tls == null) {
      return AwsIotMqtt5ClientBuilder.newMqttBuilder(connection.endpoint());
    }
    AwsIotMqtt5ClientBuilder builder =
        AwsIotMqtt5ClientBuilder.newDirectMqttBuilderWithMtlsFromPath(
            connection.endpoint(), tls.certificate().toString(), tls.privateKey().toString());
    Path authority = tls.certificateAuthority();
    return authority == null
        ? builder
        : builder.withCertificateAuthorityFromPath(null, authority.toString());
  }
}
