package io.jobhandler.internal.transport;

import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions.ClientOfflineQueueBehavior;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions.ExtendedValidationAndFlowControlOptions;
import software.amazon.awssdk.crt.mqtt5.packets.ConnectPacket;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder;

/** Makes the SDK's client the way the framework needs it. */
final class Mqtt5Clients {
  /** What fails is sent again by those who know whether it is still wanted. */
  private static final ClientOfflineQueueBehavior OFFLINE =
      ClientOfflineQueueBehavior.FAIL_ALL_ON_DISCONNECT;

  /** Publishes are paced before they come here; the SDK's own pacing costs 10 ms each. */
  private static final ExtendedValidationAndFlowControlOptions FLOW_CONTROL =
      ExtendedValidationAndFlowControlOptions.NONE;

  private Mqtt5Clients() {}

  static Mqtt5Client build(MqttConnection connection, Mqtt5Events events) {
    MqttConnection.Tls tls = connection.tls();
    try (SocketOptions sockets = socketOptions()) {
      return tls == null
          ? plainText(connection, events, sockets)
          : mutualTls(connection, tls, events, sockets);
    }
  }

  private static Mqtt5Client mutualTls(
      MqttConnection connection,
      MqttConnection.Tls tls,
      Mqtt5Events events,
      SocketOptions sockets) {
    try (AwsIotMqtt5ClientBuilder builder =
        AwsIotMqtt5ClientBuilder.newDirectMqttBuilderWithMtlsFromPath(
            connection.endpoint(), tls.certificate().toString(), tls.privateKey().toString())) {
      Path authority = tls.certificateAuthority();
      if (authority != null) {
        builder.withCertificateAuthorityFromPath(null, authority.toString());
      }
      return builder
          .withPort((long) connection.port())
          .withConnectProperties(connectPacket(connection))
          .withSocketOptions(sockets)
          .withMinReconnectDelayMs(connection.minReconnectDelay().toMillis())
          .withMaxReconnectDelayMs(connection.maxReconnectDelay().toMillis())
          .withOfflineQueueBehavior(OFFLINE)
          .withExtendedValidationAndFlowControlOptions(FLOW_CONTROL)
          .withLifeCycleEvents(events)
          .withPublishEvents(events)
          .build();
    }
  }

  /** The SDK's builder always encrypts, so this one goes to the client underneath. */
  private static Mqtt5Client plainText(
      MqttConnection connection, Mqtt5Events events, SocketOptions sockets) {
    return new Mqtt5Client(
        new Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder(
                connection.endpoint(), (long) connection.port())
            .withConnectOptions(connectPacket(connection).build())
            .withSocketOptions(sockets)
            .withMinReconnectDelayMs(connection.minReconnectDelay().toMillis())
            .withMaxReconnectDelayMs(connection.maxReconnectDelay().toMillis())
            .withOfflineQueueBehavior(OFFLINE)
            .withExtendedValidationAndFlowControlOptions(FLOW_CONTROL)
            .withLifecycleEvents(events)
            .withPublishEvents(events)
            .build());
  }

  private static ConnectPacket.ConnectPacketBuilder connectPacket(MqttConnection connection) {
    return new ConnectPacket.ConnectPacketBuilder()
        .withClientId(connection.clientId())
        .withKeepAliveIntervalSeconds(connection.keepAlive().toSeconds());
  }

  /** Without TCP_NODELAY every request that follows a PUBACK waits 40 ms for the peer's ACK. */
  static SocketOptions socketOptions() {
    SocketOptions options = new SocketOptions();
    options.tcpNoDelay = SocketOptions.TcpNoDelay.ON;
    return options;
  }
}
