package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connected client and its subscriptions. Used on the broker's event loop only. */
public final class Session {
  private static final int MAX_IN_FLIGHT = 65_535;

  final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private final MqttEndpoint endpoint;
  private final TrafficCounters traffic;
  private final OutboundWindow window;

  /** Whether the client has said goodbye, so that its will is not published. */
  boolean disconnectedByClient;

  Session(MqttEndpoint endpoint, TrafficCounters traffic) {
    this.endpoint = endpoint;
    this.traffic = traffic;
    this.window = new OutboundWindow(receiveMaximum(endpoint));
  }

  private static int receiveMaximum(MqttEndpoint endpoint) {
    MqttProperties.MqttProperty<?> property =
        endpoint.connectProperties().getProperty(MqttProperties.RECEIVE_MAXIMUM);
    return property != null && property.value() instanceof Integer max ? max : MAX_IN_FLIGHT;
  }

  public String clientId() {
    return endpoint.clientIdentifier();
  }

  boolean isMqtt5() {
    return endpoint.protocolVersion() == MqttVersion.MQTT_5.protocolLevel();
  }

  MqttEndpoint endpoint() {
    return endpoint;
  }

  /** The highest QoS at which the session has subscribed to a topic; null if it has not. */
  @Nullable MqttQoS grantedQos(String topic) {
    MqttQoS granted = null;
    for (Subscription subscription : subscriptions.values()) {
      boolean higher = granted == null || subscription.qos().value() > granted.value();
      if (higher && subscription.filter().matches(topic)) {
        granted = subscription.qos();
      }
    }
    return granted;
  }

  /** Sends a message, at no higher QoS than granted. */
  void deliver(Message message, MqttQoS granted) {
    if (message.qos() == MqttQoS.AT_MOST_ONCE || granted == MqttQoS.AT_MOST_ONCE) {
      write(message, MqttQoS.AT_MOST_ONCE, 0);
    } else {
      window.submit(packetId -> write(message, MqttQoS.AT_LEAST_ONCE, packetId));
    }
  }

  private void write(Message message, MqttQoS qos, int packetId) {
    if (endpoint.isConnected()) {
      traffic.publishedOut(clientId(), message.topic());
      endpoint.publish(
          message.topic(),
          message.payload(),
          qos,
          false,
          message.retain(),
          packetId,
          message.properties());
    }
  }

  void acknowledged(int packetId) {
    window.acknowledged(packetId);
  }

  /** Ends the connection; an MQTT 5 client is told why. */
  void disconnect(MqttDisconnectReasonCode reason) {
    if (!endpoint.isConnected()) {
      return;
    }
    if (isMqtt5()) {
      endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
    } else {
      endpoint.close();
    }
  }

  /** Ends the connection without a word, as a broken network does. */
  void drop() {
    if (endpoint.isConnected()) {
      endpoint.close();
    }
  }
}
