package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * What a session was granted.
 *
 * @param qos 0 or 1
 * @param noLocal whether the session's own messages are kept from it
 */
record Subscription(TopicFilter filter, MqttQoS qos, boolean noLocal) {}
