package io.jobhandler.internal.transport;

import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;

/** The SDK's MQTT 5 client as a transport. Every callback comes on the SDK's event loop. */
public final class Mqtt5Transport implements MqttTransport {
  private final MqttConnection connection;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Mqtt5Client client;

  /**
   * Makes a transport that is not yet started.
   *
   * @param connection how to connect
   */
  public Mqtt5Transport(MqttConnection connection) {
    this.connection = connection;
  }

  @Override
  public void start(Listener listener) {
    if (client != null) {
      throw new IllegalStateException("the transport was started before");
    }
    Mqtt5Client started = Mqtt5Clients.build(connection, new Mqtt5Events(listener));
    client = started;
    started.start();
  }

  @Override
  public CompletableFuture<List<SubscriptionResult>> subscribe(List<Subscription> subscriptions) {
    SubscribePacket.SubscribePacketBuilder packet = new SubscribePacket.SubscribePacketBuilder();
    subscriptions.forEach(s -> packet.withSubscription(s.topicFilter(), qos(s.qos())));
    return started().subscribe(packet.build()).thenApply(ack -> results(subscriptions, ack));
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
  public CompletableFuture<Void> publish(String topic, byte[] payload, MqttQos qos) {
    PublishPacket packet = new PublishPacket.PublishPacketBuilder(topic, qos(qos), payload).build();
    return started().publish(packet).thenAccept(acknowledged -> {});
  }

  private Mqtt5Client started() {
    Mqtt5Client started = client;
    if (started == null || closed.get()) {
      throw new IllegalStateException("the transport is not started, or was closed");
    }
    return started;
  }

  private static QOS qos(MqttQos qos) {
    return qos == MqttQos.AT_MOST_ONCE ? QOS.AT_MOST_ONCE : QOS.AT_LEAST_ONCE;
  }

  @Override
  public void close() {
    Mqtt5Client started = client;
    if (started != null && closed.compareAndSet(false, true)) {
      started.stop();
      started.close();
    }
  }
}
