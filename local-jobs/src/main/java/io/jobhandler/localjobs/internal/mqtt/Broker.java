package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of all listeners. Used on one event loop only. */
public final class Broker {
  /** What a packet may measure in all: the payload limit and room for topic and properties. */
  public static final int MAX_PACKET_BYTES = 146 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Broker.class);
  private static final int MAX_CLIENT_ID_LENGTH = 128;

  private final Map<String, Session> sessions = new HashMap<>();
  private final TrafficCounters traffic;
  private final Router router;
  private final Subscriber subscriber;
  private final Publisher publisher;

  public Broker(ReservedTopics reserved, SubscriptionPolicy policy, TrafficCounters traffic) {
    this.traffic = traffic;
    SubscriptionTree tree = new SubscriptionTree();
    router = new Router(tree);
    subscriber = new Subscriber(tree, policy, traffic, router);
    publisher = new Publisher(router, reserved, traffic);
  }

  /** Takes a client that has sent its CONNECT. */
  public void connect(MqttEndpoint endpoint) {
    Session session = new Session(endpoint, traffic);
    if (session.clientId().length() > MAX_CLIENT_ID_LENGTH) {
      endpoint.reject(
          session.isMqtt5()
              ? MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID
              : MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      return;
    }
    Session older = sessions.put(session.clientId(), session);
    if (older != null) {
      log.debug("{} connects again; its older connection ends", session.clientId());
      close(older);
      older.disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
    }
    traffic.connected(session.clientId());
    endpoint.subscribeHandler(message -> subscriber.subscribe(session, message));
    endpoint.unsubscribeHandler(message -> subscriber.unsubscribe(session, message));
    endpoint.publishHandler(message -> publisher.publish(session, message));
    endpoint.publishAcknowledgeHandler(session::acknowledged);
    endpoint.disconnectHandler(nothing -> session.disconnectedByClient = true);
    endpoint.closeHandler(nothing -> closed(session));
    endpoint.exceptionHandler(e -> log.debug("Connection of {} failed", session.clientId(), e));
    endpoint.accept(false, connackProperties(session));
  }

  /**
   * What this broker does not do, told as MQTT 5 wants it; sessions always end with the connection.
   */
  private static MqttProperties connackProperties(Session session) {
    MqttProperties properties = new MqttProperties();
    if (session.isMqtt5()) {
      properties.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 0));
      properties.add(new IntegerProperty(MqttProperties.MAXIMUM_QOS, 1));
      properties.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, MAX_PACKET_BYTES));
      properties.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
      properties.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
      properties.add(
          new StringProperty(MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, session.clientId()));
    }
    return properties;
  }

  private void closed(Session session) {
    close(session);
    if (!session.disconnectedByClient) {
      publisher.publishWill(session);
    }
  }

  private void close(Session session) {
    subscriber.removeAll(session);
    sessions.remove(session.clientId(), session);
  }

  /** The clients that have subscribed to a topic. */
  public Set<String> subscribers(String topic) {
    return router.subscribers(topic);
  }

  /** Sends a message to one client; false if it is not connected or has not subscribed. */
  public boolean send(String clientId, String topic, byte[] payload) {
    Session session = sessions.get(clientId);
    MqttQoS granted = session == null ? null : session.grantedQos(topic);
    if (session == null || granted == null) {
      return false;
    }
    session.deliver(Message.of(topic, payload), granted);
    return true;
  }

  /** Sends a message of the service to everyone who has subscribed. */
  public void broadcast(String topic, byte[] payload) {
    router.route(Message.of(topic, payload), null);
  }

  /** Cuts all connections, as a broken network does. */
  public void dropAll() {
    List.copyOf(sessions.values()).forEach(Session::drop);
  }
}
