package io.jobhandler.localjobs.internal.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles SUBSCRIBE and UNSUBSCRIBE: one reason code per filter, in the order of the filters. */
final class Subscriber {
  private static final Logger log = LoggerFactory.getLogger(Subscriber.class);
  private static final int MAX_FILTERS_PER_PACKET = 8;
  private static final int MAX_FILTERS_PER_SESSION = 50;
  private static final String SHARED = "$share/";

  private final SubscriptionTree tree;
  private final SubscriptionPolicy policy;
  private final TrafficCounters traffic;
  private final Router router;

  Subscriber(
      SubscriptionTree tree, SubscriptionPolicy policy, TrafficCounters traffic, Router router) {
    this.tree = tree;
    this.policy = policy;
    this.traffic = traffic;
    this.router = router;
  }

  void subscribe(Session session, MqttSubscribeMessage message) {
    List<MqttTopicSubscription> requests = message.topicSubscriptions();
    traffic.subscribed(
        session.clientId(),
        requests.stream().map(MqttTopicSubscription::topicName).collect(Collectors.toSet()));
    if (requests.size() > MAX_FILTERS_PER_PACKET) {
      log.warn("{} subscribes to more than 8 filters in one packet", session.clientId());
      session.disconnect(MqttDisconnectReasonCode.QUOTA_EXCEEDED);
      return;
    }
    for (MqttTopicSubscription request : requests) {
      if (policy.check(request.topicName()) == SubscriptionPolicy.Verdict.DISCONNECT) {
        session.disconnect(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        return;
      }
    }
    List<MqttSubAckReasonCode> codes = new ArrayList<>();
    List<Subscription> granted = new ArrayList<>();
    requests.forEach(request -> codes.add(grant(session, request, granted)));
    session
        .endpoint()
        .subscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
    granted.forEach(subscription -> router.deliverRetained(session, subscription));
  }

  private MqttSubAckReasonCode grant(
      Session session, MqttTopicSubscription request, List<Subscription> granted) {
    TopicFilter filter = TopicFilter.parse(request.topicName());
    if (filter == null) {
      return code(session, MqttSubAckReasonCode.TOPIC_FILTER_INVALID);
    }
    if (filter.text().startsWith(SHARED)) {
      return code(session, MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED);
    }
    if (policy.check(filter.text()) == SubscriptionPolicy.Verdict.REFUSE) {
      return code(session, MqttSubAckReasonCode.NOT_AUTHORIZED);
    }
    boolean added = !session.subscriptions.containsKey(filter.text());
    if (added && session.subscriptions.size() >= MAX_FILTERS_PER_SESSION) {
      return code(session, MqttSubAckReasonCode.QUOTA_EXCEEDED);
    }
    Subscription subscription = subscription(filter, request);
    session.subscriptions.put(filter.text(), subscription);
    tree.add(session, subscription);
    granted.add(subscription);
    return MqttSubAckReasonCode.qosGranted(subscription.qos());
  }

  private static Subscription subscription(TopicFilter filter, MqttTopicSubscription request) {
    boolean atMostOnce = request.qualityOfService() == MqttQoS.AT_MOST_ONCE;
    return new Subscription(
        filter,
        atMostOnce ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE,
        request.subscriptionOption().isNoLocal());
  }

  private static MqttSubAckReasonCode code(Session session, MqttSubAckReasonCode mqtt5) {
    return session.isMqtt5() ? mqtt5 : MqttSubAckReasonCode.UNSPECIFIED_ERROR;
  }

  void unsubscribe(Session session, MqttUnsubscribeMessage message) {
    traffic.unsubscribed(session.clientId(), new LinkedHashSet<>(message.topics()));
    List<MqttUnsubAckReasonCode> codes =
        message.topics().stream().map(topic -> remove(session, topic)).toList();
    session
        .endpoint()
        .unsubscribeAcknowledge(message.messageId(), codes, MqttProperties.NO_PROPERTIES);
  }

  private MqttUnsubAckReasonCode remove(Session session, String topic) {
    Subscription subscription = session.subscriptions.remove(topic);
    if (subscription == null) {
      return MqttUnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED;
    }
    tree.remove(session, subscription.filter());
    return MqttUnsubAckReasonCode.SUCCESS;
  }

  void removeAll(Session session) {
    session.subscriptions.values().forEach(s -> tree.remove(session, s.filter()));
    session.subscriptions.clear();
  }
}
