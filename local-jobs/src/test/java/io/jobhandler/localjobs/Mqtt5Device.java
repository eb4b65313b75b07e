package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;
import software.amazon.awssdk.crt.mqtt5.PublishReturn;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.ConnAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.ConnectPacket;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;
import software.amazon.awssdk.crt.mqtt5.packets.UnsubAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.UnsubscribePacket;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder;

/** A device on the SDK's MQTT 5 client that keeps what it receives. */
final class Mqtt5Device implements AutoCloseable {
  final BlockingQueue<PublishPacket> received = new LinkedBlockingQueue<>();
  final BlockingQueue<OnDisconnectionReturn> disconnections = new LinkedBlockingQueue<>();
  final BlockingQueue<ConnAckPacket> connections = new LinkedBlockingQueue<>();
  final BlockingQueue<Integer> failures = new LinkedBlockingQueue<>();
  final Mqtt5Client client;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  private Mqtt5Device(Mqtt5Client client) {
    this.client = client;
  }

  static Mqtt5Device plain(LocalJobs jobs, String clientId) throws InterruptedException {
    return plain(jobs, new ConnectPacket.ConnectPacketBuilder().withClientId(clientId));
  }

  static Mqtt5Device plain(LocalJobs jobs, ConnectPacket.ConnectPacketBuilder connect)
      throws InterruptedException {
    var options =
        new Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder(jobs.host(), (long) jobs.mqttPort())
            .withSocketOptions(new SocketOptions())
            .withConnectOptions(connect.withKeepAliveIntervalSeconds(60L).build());
    Events events = new Events();
    options.withLifecycleEvents(events).withPublishEvents(events);
    return started(events, new Mqtt5Client(options.build()));
  }

  static Mqtt5Device secure(LocalJobs jobs, String clientId) throws InterruptedException {
    try (AwsIotMqtt5ClientBuilder builder =
        AwsIotMqtt5ClientBuilder.newDirectMqttBuilderWithMtlsFromPath(
            jobs.host(), jobs.deviceCertificate().toString(), jobs.devicePrivateKey().toString())) {
      Events events = new Events();
      builder
          .withCertificateAuthorityFromPath(null, jobs.caCertificate().toString())
          .withPort((long) jobs.mqttsPort())
          .withClientId(clientId)
          .withSocketOptions(new SocketOptions())
          .withExtendedValidationAndFlowControlOptions(
              Mqtt5ClientOptions.ExtendedValidationAndFlowControlOptions.NONE)
          .withLifeCycleEvents(events)
          .withPublishEvents(events);
      return started(events, builder.build());
    }
  }

  private static Mqtt5Device started(Events events, Mqtt5Client client)
      throws InterruptedException {
    Mqtt5Device device = new Mqtt5Device(client);
    events.device.complete(device);
    client.start();
    device.awaitConnection();
    return device;
  }

  ConnAckPacket awaitConnection() throws InterruptedException {
    ConnAckPacket connack = connections.poll(10, SECONDS);
    if (connack == null) {
      throw new AssertionError("not connected; failures: " + failures);
    }
    return connack;
  }

  SubAckPacket subscribe(QOS qos, String... filters) throws Exception {
    return client.subscribe(packet(qos, filters)).get(10, SECONDS);
  }

  static SubscribePacket packet(QOS qos, String... filters) {
    var packet = new SubscribePacket.SubscribePacketBuilder();
    for (String filter : filters) {
      packet.withSubscription(filter, qos);
    }
    return packet.build();
  }

  UnsubAckPacket unsubscribe(String... filters) throws Exception {
    var packet = new UnsubscribePacket.UnsubscribePacketBuilder();
    List.of(filters).forEach(packet::withSubscription);
    return client.unsubscribe(packet.build()).get(10, SECONDS);
  }

  void publish(String topic, String payload) throws Exception {
    publish(PublishPacket.of(topic, QOS.AT_LEAST_ONCE, payload.getBytes(StandardCharsets.UTF_8)));
  }

  void publish(PublishPacket packet) throws Exception {
    client.publish(packet).get(10, SECONDS);
  }

  PublishPacket next() throws InterruptedException {
    PublishPacket packet = received.poll(10, SECONDS);
    if (packet == null) {
      throw new AssertionError("nothing was received");
    }
    return packet;
  }

  /** The next message, which must be on the topic. */
  String next(String topic) throws InterruptedException {
    PublishPacket packet = next();
    if (!packet.getTopic().equals(topic)) {
      throw new AssertionError("expected " + topic + ", received " + packet.getTopic());
    }
    return text(packet);
  }

  static String text(PublishPacket packet) {
    return new String(packet.getPayload(), StandardCharsets.UTF_8);
  }

  /** Shows that nothing is under way: a message to oneself comes next. */
  void expectNothing() throws Exception {
    String topic = "fence/" + UUID.randomUUID();
    subscribe(QOS.AT_LEAST_ONCE, topic);
    publish(topic, "fence");
    next(topic);
    unsubscribe(topic);
  }

  @Override
  public void close() {
    client.stop();
    stopped.orTimeout(10, SECONDS).join();
    client.close();
  }

  private static final class Events
      implements Mqtt5ClientOptions.LifecycleEvents, Mqtt5ClientOptions.PublishEvents {
    final CompletableFuture<Mqtt5Device> device = new CompletableFuture<>();

    @Override
    public void onMessageReceived(Mqtt5Client client, PublishReturn message) {
      device.join().received.add(message.getPublishPacket());
    }

    @Override
    public void onAttemptingConnect(Mqtt5Client client, OnAttemptingConnectReturn event) {}

    @Override
    public void onConnectionSuccess(Mqtt5Client client, OnConnectionSuccessReturn event) {
      device.join().connections.add(event.getConnAckPacket());
    }

    @Override
    public void onConnectionFailure(Mqtt5Client client, OnConnectionFailureReturn event) {
      device.join().failures.add(event.getErrorCode());
    }

    @Override
    public void onDisconnection(Mqtt5Client client, OnDisconnectionReturn event) {
      device.join().disconnections.add(event);
    }

    @Override
    public void onStopped(Mqtt5Client client, @Nullable OnStoppedReturn event) {
      device.join().stopped.complete(null);
    }
  }
}
