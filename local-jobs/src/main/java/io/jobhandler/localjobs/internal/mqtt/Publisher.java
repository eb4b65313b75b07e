package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttWill;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.nio.charset.StandardCharsets;

/** Handles PUBLISH: checks the limits of AWS IoT Core, acknowledges, and passes the message on. */
final class Publisher {
  private static final int MAX_TOPIC_BYTES = 256;
  private static final int MAX_SLASHES = 7;
  private static final int MAX_PAYLOAD_BYTES = 128 * 1024;

  private final Router router;
  private final ReservedTopics reserved;
  private final TrafficCounters traffic;

  Publisher(Router router, ReservedTopics reserved, TrafficCounters traffic) {
    this.router = router;
    this.reserved = reserved;
    this.traffic = traffic;
  }

  void publish(Session session, MqttPublishMessage message) {
    String topic = message.topicName();
    traffic.publishedIn(session.clientId(), topic);
    MqttDisconnectReasonCode fault = fault(message);
    if (fault != MqttDisconnectReasonCode.NORMAL) {
      session.disconnect(fault);
      return;
    }
    if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      session.endpoint().publishAcknowledge(message.messageId());
    }
    if (isReserved(topic)) {
      reserved.published(session, topic, message.payload().getBytes());
    } else {
      router.route(message(message), session);
    }
  }

  private static boolean isReserved(String topic) {
    return topic.startsWith("$");
  }

  private static MqttDisconnectReasonCode fault(MqttPublishMessage message) {
    String topic = message.topicName();
    if (topic.isEmpty()
        || topic.getBytes(StandardCharsets.UTF_8).length > MAX_TOPIC_BYTES
        || topic.chars().filter(c -> c == '/').count() > MAX_SLASHES) {
      return MqttDisconnectReasonCode.TOPIC_NAME_INVALID;
    }
    if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      return MqttDisconnectReasonCode.QOS_NOT_SUPPORTED;
    }
    if (message.isRetain() && isReserved(topic)) {
      return MqttDisconnectReasonCode.RETAIN_NOT_SUPPORTED;
    }
    return message.payload().length() > MAX_PAYLOAD_BYTES
        ? MqttDisconnectReasonCode.PACKET_TOO_LARGE
        : MqttDisconnectReasonCode.NORMAL;
  }

  private static Message message(MqttPublishMessage message) {
    return new Message(
        message.topicName(),
        message.payload(),
        message.qosLevel(),
        message.isRetain(),
        forwarded(message.properties()));
  }

  /** The properties without those that concern one connection only. */
  private static MqttProperties forwarded(MqttProperties properties) {
    MqttProperties copy = new MqttProperties();
    properties.listAll().stream()
        .filter(property -> property.propertyId() != MqttProperties.TOPIC_ALIAS)
        .forEach(copy::add);
    return copy;
  }

  /** Publishes the will of a client that left without a goodbye. */
  void publishWill(Session session) {
    MqttWill will = session.endpoint().will();
    if (will.isWillFlag() && !isReserved(will.getWillTopic())) {
      router.route(
          new Message(
              will.getWillTopic(),
              will.getWillMessage(),
              MqttQoS.valueOf(will.getWillQos()),
              will.isWillRetain(),
              MqttProperties.NO_PROPERTIES),
          session);
    }
  }
}
