package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.internal.mqtt.Broker;
import io.jobhandler.localjobs.internal.protocol.Outgoing;
import io.vertx.core.Context;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the service's messages to the clients, or lets them go astray as the faults say. What is
 * public may be called by any thread, the rest on the event loop.
 */
public final class Deliveries {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final Broker broker;
  private final FaultPlan faults;
  private final Context eventLoop;
  private final HeldMessages held = new HeldMessages();
  private final EarlierNotifications earlier = new EarlierNotifications();

  Deliveries(Broker broker, FaultPlan faults, Context eventLoop) {
    this.broker = broker;
    this.faults = faults;
    this.eventLoop = eventLoop;
  }

  void respond(String clientId, Outgoing response) {
    deliver(Set.of(clientId), response, faults.ofNextResponse());
  }

  void notify(Outgoing notification) {
    earlier.add(notification);
    deliver(broker.subscribers(notification.topic()), notification, faults.ofNextNotification());
  }

  private void deliver(Collection<String> clientIds, Outgoing message, Fate fate) {
    for (String clientId : clientIds) {
      switch (fate) {
        case SENT -> send(clientId, message);
        case DROPPED -> log.debug("{} does not get a message on {}", clientId, message.topic());
        case DUPLICATED -> {
          send(clientId, message);
          send(clientId, message);
        }
        case HELD -> held.holdUntilReleased(clientId, message);
        case OVERTAKEN -> {
          if (!held.holdUntilOvertaken(clientId, message)) {
            send(clientId, message);
          }
        }
      }
    }
  }

  private void send(String clientId, Outgoing message) {
    if (put(clientId, message)) {
      Outgoing overtaken = held.takeOvertaken(clientId);
      if (overtaken != null) {
        put(clientId, overtaken);
      }
    }
  }

  private boolean put(String clientId, Outgoing message) {
    return broker.send(clientId, message.topic(), message.payload());
  }

  /** Sends the responses that are held, to those who are connected and subscribed by then. */
  public void releaseResponses() {
    eventLoop.runOnContext(
        nothing ->
            held.takeReleased().forEach(response -> put(response.clientId(), response.message())));
  }

  /**
   * Sends an earlier notification again.
   *
   * @param ago how many there were on the topic since
   * @throws IllegalArgumentException if it is not known, any more or at all
   */
  public void repeat(String topic, int ago) {
    Outgoing notification = earlier.find(topic, ago);
    if (notification == null) {
      throw new IllegalArgumentException(
          "there is no notification on '" + topic + "' that is " + ago + " before the latest");
    }
    publish(topic, notification.payload());
  }

  /** Sends bytes to all who have subscribed; no fault concerns them. */
  public void publish(String topic, byte[] payload) {
    eventLoop.runOnContext(nothing -> broker.broadcast(topic, payload));
  }

  /** Drops what is held. */
  public void clear() {
    held.clear();
  }
}
