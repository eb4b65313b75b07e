package io.jobhandler.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions.ExtendedValidationAndFlowControlOptions;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;
import software.amazon.awssdk.crt.mqtt5.packets.ConnectPacket;

/** The SDK's MQTT 5 client, connected to the service on loopback. */
final class Connections {
  static final String LOOPBACK = "localhost";

  /** Longer than any variant takes. */
  static final Duration TIMEOUT = Duration.ofMinutes(5);

  private static final long CONNECT_SECONDS = 30;
  private static final long KEEP_ALIVE_SECONDS = 60;

  private Connections() {}

  /** As the SDK's samples make it: default sockets, and the flow control of the SDK's builder. */
  static Mqtt5Client stock(int port, String clientId, Mqtt5ClientOptions.PublishEvents messages)
      throws InterruptedException, ExecutionException, TimeoutException {
    return connect(
        options(port, clientId, messages)
            .withExtendedValidationAndFlowControlOptions(
                ExtendedValidationAndFlowControlOptions.AWS_IOT_CORE_DEFAULTS));
  }

  /** As JobHandler makes it: TCP_NODELAY, and no flow control by the SDK. */
  static Mqtt5Client fast(int port, String clientId, Mqtt5ClientOptions.PublishEvents messages)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (SocketOptions sockets = new SocketOptions()) {
      sockets.tcpNoDelay = SocketOptions.TcpNoDelay.ON;
      return connect(
          options(port, clientId, messages)
              .withSocketOptions(sockets)
              .withExtendedValidationAndFlowControlOptions(
                  ExtendedValidationAndFlowControlOptions.NONE));
    }
  }

  /** Without the SDK's AwsIotMqtt5ClientBuilder, since that always speaks TLS. */
  private static Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder options(
      int port, String clientId, Mqtt5ClientOptions.PublishEvents messages) {
    return new Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder(LOOPBACK, (long) port)
        .withConnectOptions(
            new ConnectPacket.ConnectPacketBuilder()
                .withClientId(clientId)
                .withKeepAliveIntervalSeconds(KEEP_ALIVE_SECONDS)
                .build())
        .withPublishEvents(messages);
  }

  private static Mqtt5Client connect(Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder options)
      throws InterruptedException, ExecutionException, TimeoutException {
    Connecting connecting = new Connecting();
    Mqtt5Client client = new Mqtt5Client(options.withLifecycleEvents(connecting).build());
    client.start();
    connecting.connected.get(CONNECT_SECONDS, TimeUnit.SECONDS);
    return client;
  }

  static void close(Mqtt5Client client) {
    client.stop();
    client.close();
  }

  private static final class Connecting implements Mqtt5ClientOptions.LifecycleEvents {
    final CompletableFuture<Void> connected = new CompletableFuture<>();

    @Override
    public void onAttemptingConnect(Mqtt5Client client, OnAttemptingConnectReturn event) {
      // Success or failure follows.
    }

    @Override
    public void onConnectionSuccess(Mqtt5Client client, OnConnectionSuccessReturn event) {
      connected.complete(null);
    }

    @Override
    public void onConnectionFailure(Mqtt5Client client, OnConnectionFailureReturn event) {
      connected.completeExceptionally(
          new IllegalStateException(CRT.awsErrorString(event.getErrorCode())));
    }

    @Override
    public void onDisconnection(Mqtt5Client client, OnDisconnectionReturn event) {
      // A request under way will time out and end the benchmark.
    }

    @Override
    public void onStopped(Mqtt5Client client, OnStoppedReturn event) {
      // Follows our own stop.
    }
  }
}
