package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All subscriptions of all sessions by topic level, so that thousands of sessions cost a message
 * nothing.
 */
final class SubscriptionTree {
  private final Node root = new Node();

  void add(Session session, Subscription subscription) {
    Node node = root;
    for (String level : subscription.filter().levels()) {
      node = node.children.computeIfAbsent(level, key -> new Node());
    }
    node.subscribers.put(session, subscription);
  }

  void remove(Session session, TopicFilter filter) {
    remove(root, session, filter.levels(), 0);
  }

  private static void remove(Node node, Session session, List<String> levels, int depth) {
    if (depth == levels.size()) {
      node.subscribers.remove(session);
      return;
    }
    Node child = node.children.get(levels.get(depth));
    if (child != null) {
      remove(child, session, levels, depth + 1);
      if (child.children.isEmpty() && child.subscribers.isEmpty()) {
        node.children.remove(levels.get(depth));
      }
    }
  }

  /**
   * The sessions that get a message, each once, with the highest QoS among its matching
   * subscriptions.
   *
   * @param publisher the session whose noLocal subscriptions are passed over
   */
  Map<Session, MqttQoS> match(String topic, @Nullable Session publisher) {
    Match match = new Match(topic.split("/", -1), publisher);
    match.walk(root, 0);
    return match.found;
  }

  private static final class Node {
    final Map<String, Node> children = new HashMap<>();
    final Map<Session, Subscription> subscribers = new HashMap<>();
  }

  private static final class Match {
    final Map<Session, MqttQoS> found = new LinkedHashMap<>();
    private final String[] levels;
    private final @Nullable Session publisher;

    Match(String[] levels, @Nullable Session publisher) {
      this.levels = levels;
      this.publisher = publisher;
    }

    void walk(Node node, int depth) {
      boolean wildcards = depth > 0 || !levels[0].startsWith("$");
      if (wildcards) {
        collect(node.children.get("#"));
      }
      if (depth == levels.length) {
        collect(node);
        return;
      }
      descend(node.children.get(levels[depth]), depth);
      if (wildcards) {
        descend(node.children.get("+"), depth);
      }
    }

    private void descend(@Nullable Node child, int depth) {
      if (child != null) {
        walk(child, depth + 1);
      }
    }

    private void collect(@Nullable Node node) {
      if (node != null) {
        node.subscribers.forEach(this::add);
      }
    }

    private void add(Session session, Subscription subscription) {
      if (!(subscription.noLocal() && session == publisher)) {
        found.merge(session, subscription.qos(), (a, b) -> a.value() >= b.value() ? a : b);
      }
    }
  }
}
