package io.jobhandler.localjobs.internal.mqtt;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries messages to the sessions that have subscribed, and keeps the retained ones. */
final class Router {
  private final SubscriptionTree tree;
  private final Map<String, Message> retained = new LinkedHashMap<>();

  Router(SubscriptionTree tree) {
    this.tree = tree;
  }

  /**
   * Sends a message to everyone who has subscribed; {@code publisher} is null for the service
   * itself.
   */
  void route(Message message, @Nullable Session publisher) {
    if (message.retain()) {
      retain(message);
    }
    Message forwarded = message.retain() ? message.withRetain(false) : message;
    tree.match(message.topic(), publisher)
        .forEach((session, granted) -> session.deliver(forwarded, granted));
  }

  /** The clients that have subscribed to a topic, in the order in which they get a message. */
  Set<String> subscribers(String topic) {
    Set<String> clientIds = new LinkedHashSet<>();
    tree.match(topic, null).keySet().forEach(session -> clientIds.add(session.clientId()));
    return clientIds;
  }

  private void retain(Message message) {
    if (message.payload().length() == 0) {
      retained.remove(message.topic());
    } else {
      retained.put(message.topic(), message);
    }
  }

  void deliverRetained(Session session, Subscription subscription) {
    for (Message message : retained.values()) {
      if (subscription.filter().matches(message.topic())) {
        session.deliver(message, subscription.qos());
      }
    }
  }
}
