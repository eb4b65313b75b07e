package io.jobhandler.internal.transport;

import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;

/** The SDK's MQTT 5 client as a transport. Every callback comes on the SDK's event loop. */
public final class Mqtt5Transport implements MqttTransport {
  private final MqttConnection connection;
  private @Nullable Mqtt5Client client;
  private boolean closed;

  /**
   * Makes a transport that is not yet started.
   *
   * @param connection how to connect
   */
  public Mqtt5Transport(MqttConnection connection) {
    this.connection = connection;
  }

  @Override
  public synchronized void start(Listener listener) {
    if (client != null || closed) {
      throw new IllegalStateException("the transport was started before, or was closed");
    }
    Mqtt5Client started = Mqtt5Clients.build(connection, new Mqtt5Events(listener));
    // Otherwise the SDK's own shutdown hook cuts the connection off while the agent's drains it.
    CRT.acquireShutdownRef();
    client = started;
    started.start();
  }

  @Override
  public synchronized CompletableFuture<List<SubscriptionResult>> subscribe(
      List<Subscription> subscriptions) {
    Mqtt5Client open = client;
    if (open == null) {
      return CompletableFuture.failedFuture(notOpen());
    }
    SubscribePacket.SubscribePacketBuilder packet = new SubscribePacket.SubscribePacketBuilder();
    subscriptions.forEach(s -> packet.withSubscription(s.topicFilter(), qos(s.qos())));
    return open.subscribe(packet.build()).thenApply(ack -> results(subscriptions, ack));
  }

  private static List<SubscriptionResult> results(
      List<Subscription> subscriptions, SubAckPacket ack) {
    List<SubAckPacket.SubAckReasonCode> codes = ack.getReasonCodes();
    if (codes.size() != subscriptions.size()) {
      throw new IllegalStateException(
          "the broker answered %d filters with %d reason codes"
              .formatted(subscriptions.size(), codes.size()));
    }
    return IntStream.range(0, codes.size())
        .mapToObj(
            i ->
                new SubscriptionResult(subscriptions.get(i).topicFilter(), codes.get(i).getValue()))
        .toList();
  }

  @Override
  public synchronized CompletableFuture<Void> publish(String topic, byte[] payload, MqttQos qos) {
    Mqtt5Client open = client;
    if (open == null) {
      return CompletableFuture.failedFuture(notOpen());
    }
    PublishPacket packet = new PublishPacket.PublishPacketBuilder(topic, qos(qos), payload).build();
    return open.publish(packet).thenAccept(acknowledged -> {});
  }

  private static IllegalStateException notOpen() {
    return new IllegalStateException("the transport is not started, or was closed");
  }

  private static QOS qos(MqttQos qos) {
    return qos == MqttQos.AT_MOST_ONCE ? QOS.AT_MOST_ONCE : QOS.AT_LEAST_ONCE;
  }

  @Override
  public synchronized void close() {
    closed = true;
    Mqtt5Client open = client;
    client = null;
    if (open != null) {
      open.stop();
      open.close();
      CRT.releaseShutdownRef();
    }
  }
}
