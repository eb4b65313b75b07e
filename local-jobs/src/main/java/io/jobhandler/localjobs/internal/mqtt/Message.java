package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;

/** A message on its way to subscribers. */
record Message(
    String topic, Buffer payload, MqttQoS qos, boolean retain, MqttProperties properties) {

  /** A message of the service itself. */
  static Message of(String topic, byte[] payload) {
    Buffer buffer = Buffer.buffer(payload);
    return new Message(topic, buffer, MqttQoS.AT_LEAST_ONCE, false, MqttProperties.NO_PROPERTIES);
  }

  Message withRetain(boolean flag) {
    return new Message(topic, payload, qos, flag, properties);
  }
}
