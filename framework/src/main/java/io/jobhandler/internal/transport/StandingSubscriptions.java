package io.jobhandler.internal.transport;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.spi.MqttTransport.Subscription;
import io.jobhandler.spi.MqttTransport.SubscriptionResult;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the same subscriptions after every connect. AWS IoT Core does not refuse a forbidden filter
 * but drops the connection, which would go on for ever; so after a drop the filters are tried one
 * by one, and the one that drops the connection again is named as refused. A bad link drops it too,
 * so once all filters were granted it takes many drops in a row. Confined to the loop.
 */
final class StandingSubscriptions {
  /** One drop may be the network's; the second on the same filter is the policy's. */
  private static final int DROPS_THAT_CONVICT = 2;

  /** What was granted before is rather lost to the link than forbidden since. */
  private static final int DROPS_THAT_CONVICT_AFTER_A_GRANT = 10;

  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(StandingSubscriptions.class);

  /** Told how it went. */
  interface Listener {
    void onSubscribed();

    void onRefused(SubscriptionRefusedException refusal);
  }

  private final MqttTransport transport;
  private final List<Subscription> subscriptions;
  private final Loop loop;
  private final Listener listener;
  private final Deque<List<Subscription>> waiting = new ArrayDeque<>();
  private final Map<String, Integer> dropsByFilter = new HashMap<>();
  private @Nullable List<Subscription> asked;
  private boolean oneByOne;
  private boolean allowedBefore;
  private long connection;

  StandingSubscriptions(
      MqttTransport transport, List<Subscription> subscriptions, Loop loop, Listener listener) {
    this.transport = transport;
    this.subscriptions = List.copyOf(subscriptions);
    this.loop = loop;
    this.listener = listener;
  }

  void onConnected() {
    connection++;
    waiting.clear();
    if (oneByOne) {
      subscriptions.forEach(subscription -> waiting.add(List.of(subscription)));
    } else {
      waiting.add(subscriptions);
    }
    askNext();
  }

  void onDisconnected() {
    connection++;
    List<Subscription> suspects = asked;
    asked = null;
    if (suspects == null) {
      return;
    }
    oneByOne = true;
    if (suspects.size() == 1) {
      suspect(suspects.get(0).topicFilter());
    }
  }

  private void suspect(String filter) {
    int enough = allowedBefore ? DROPS_THAT_CONVICT_AFTER_A_GRANT : DROPS_THAT_CONVICT;
    int drops = dropsByFilter.merge(filter, 1, Integer::sum);
    if (drops >= enough) {
      refuse(List.of(filter), "the broker closes the connection each time it is asked for");
    } else if (allowedBefore) {
      LOG.warn(
          "The connection was lost as {} was asked for, {} of {} times in a row that mean a policy",
          filter,
          drops,
          enough);
    }
  }

  /** Asks no more, and takes no answer any more. */
  void stop() {
    connection++;
    asked = null;
  }

  private void askNext() {
    List<Subscription> next = waiting.peek();
    if (next == null) {
      oneByOne = false;
      allowedBefore = true;
      listener.onSubscribed();
      return;
    }
    asked = next;
    long askedOn = connection;
    CompletionStage<List<SubscriptionResult>> answer = transport.subscribe(next);
    answer.whenComplete(
        (results, failure) -> loop.execute(() -> onAnswer(askedOn, results, failure)));
  }

  private void onAnswer(
      long askedOn, @Nullable List<SubscriptionResult> results, @Nullable Throwable failure) {
    if (askedOn != connection) {
      return; // the connection was lost meanwhile, which has been dealt with
    }
    if (results == null) {
      // Where the connection drops, this may come first: what was asked stays suspected until then.
      LOG.warn("No answer to a subscription, asking again in {}", RETRY_DELAY, failure);
      loop.schedule(RETRY_DELAY, () -> askAgain(askedOn));
      return;
    }
    asked = null;
    List<SubscriptionResult> refused = results.stream().filter(r -> !r.isGranted()).toList();
    if (refused.isEmpty()) {
      results.forEach(granted -> dropsByFilter.remove(granted.topicFilter()));
      waiting.remove();
      askNext();
    } else {
      refuse(
          refused.stream().map(SubscriptionResult::topicFilter).toList(),
          "SUBACK reason code " + refused.get(0).reasonCode());
    }
  }

  private void askAgain(long askedOn) {
    if (askedOn == connection) {
      askNext();
    }
  }

  private void refuse(List<String> filters, String how) {
    listener.onRefused(new SubscriptionRefusedException(filters, how));
  }
}
