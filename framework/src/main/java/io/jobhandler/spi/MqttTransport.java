package io.jobhandler.spi;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One MQTT connection of a thing: bytes in, bytes out. The framework's own implementation connects
 * as a {@link MqttConnection} says; apps that already hold a connection bring another.
 *
 * <p>The framework calls {@link #start} once and {@link #close} once, and the other methods only
 * between {@link Listener#onConnected} and {@link Listener#onDisconnected}, though a call may come
 * too late and then fails its future. Calls come from several threads. A transport reconnects by
 * itself, with backoff, until it is closed, and never publishes or subscribes again by itself what
 * failed.
 */
public interface MqttTransport extends AutoCloseable {

  /**
   * Begins to connect, and returns at once.
   *
   * @param listener told of everything that happens; its methods return without blocking
   */
  void start(Listener listener);

  /**
   * Subscribes to filters with one packet where the protocol allows.
   *
   * @param subscriptions 1 to 8 filters
   * @return completed with one result per subscription, in order; failed where no answer came
   */
  CompletableFuture<List<SubscriptionResult>> subscribe(List<Subscription> subscriptions);

  /**
   * Publishes a message.
   *
   * @param topic the topic
   * @param payload the message, not changed afterwards by the caller
   * @param qos how often it may arrive
   * @return completed when the message was acknowledged, or with {@link MqttQos#AT_MOST_ONCE} when
   *     it was written; failed where it is not known to have arrived
   */
  CompletableFuture<Void> publish(String topic, byte[] payload, MqttQos qos);

  /** Ends the connection and stops connecting. Idempotent. */
  @Override
  void close();

  /**
   * A filter to subscribe to.
   *
   * @param topicFilter the filter
   * @param qos the highest QoS that messages are delivered with
   */
  record Subscription(String topicFilter, MqttQos qos) {}

  /**
   * What the broker said to one filter.
   *
   * @param topicFilter the filter
   * @param reasonCode the SUBACK reason code: under 128 granted, 135 not authorized (MQTT 5, 3.9.3)
   */
  record SubscriptionResult(String topicFilter, int reasonCode) {

    /**
     * Whether messages will come.
     *
     * @return true where the broker granted the subscription
     */
    public boolean isGranted() {
      return reasonCode < 128;
    }
  }

  /** Told of what happens on the connection, one call at a time, in order. */
  interface Listener {

    /** The connection is open; subscriptions of an earlier one are gone. */
    void onConnected();

    /**
     * The connection was lost and will be opened again.
     *
     * @param reason what is known of the cause, for people
     */
    void onDisconnected(String reason);

    /**
     * The connection could not be opened and will be tried again.
     *
     * @param reason what is known of the cause, for people
     */
    void onConnectionFailed(String reason);

    /**
     * A message arrived.
     *
     * @param topic the topic
     * @param payload the message, owned by the listener
     */
    void onMessage(String topic, byte[] payload);
  }
}
