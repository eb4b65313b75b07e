package io.jobhandler.testkit;

import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A transport without a network: it keeps what is subscribed and published, and the test says what
 * happens on the connection. Unless told otherwise it grants every subscription and acknowledges
 * every publish at once. Thread-safe.
 */
public final class ScriptedTransport implements MqttTransport {

  /**
   * A SUBSCRIBE that was sent.
   *
   * @param subscriptions the filters
   * @param answer what the framework waits for
   */
  public record Subscribed(
      List<Subscription> subscriptions, CompletableFuture<List<SubscriptionResult>> answer) {

    /** {@return the filters alone} */
    public List<String> filters() {
      return subscriptions.stream().map(Subscription::topicFilter).toList();
    }

    /** Grants every filter. */
    public void grant() {
      answer.complete(
          subscriptions.stream()
              .map(s -> new SubscriptionResult(s.topicFilter(), grantedQos(s)))
              .toList());
    }

    private static int grantedQos(Subscription subscription) {
      return subscription.qos() == MqttQos.AT_MOST_ONCE ? 0 : 1;
    }

    /**
     * Refuses one filter and grants the others.
     *
     * @param filter the filter
     * @param reasonCode its reason code, 128 or more
     */
    public void refuse(String filter, int reasonCode) {
      answer.complete(
          filters().stream()
              .map(f -> new SubscriptionResult(f, f.equals(filter) ? reasonCode : 0))
              .toList());
    }

    /**
     * Has the SUBSCRIBE go without an answer.
     *
     * @param cause why
     */
    public void fail(Throwable cause) {
      answer.completeExceptionally(cause);
    }
  }

  /**
   * A PUBLISH that was sent.
   *
   * @param topic the topic
   * @param payload the message
   * @param qos its QoS
   * @param acknowledged what the framework waits for
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Published(
      String topic, byte[] payload, MqttQos qos, CompletableFuture<Void> acknowledged) {

    /** {@return the message as text} */
    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    /** {@return the client token in the message} */
    public String clientToken() {
      String text = text();
      String key = "\"clientToken\":\"";
      int from = text.indexOf(key) + key.length();
      if (from < key.length()) {
        throw new AssertionError("no client token in " + text);
      }
      return text.substring(from, text.indexOf('"', from));
    }

    /** Acknowledges the message. */
    public void acknowledge() {
      acknowledged.complete(null);
    }

    /**
     * Has the message go without an acknowledgement.
     *
     * @param cause why
     */
    public void fail(Throwable cause) {
      acknowledged.completeExceptionally(cause);
    }
  }

  private final List<Subscribed> subscribes = new CopyOnWriteArrayList<>();
  private final List<Published> publishes = new CopyOnWriteArrayList<>();
  private volatile boolean answersSubscribes = true;
  private volatile boolean acknowledgesPublishes = true;
  private volatile boolean closed;
  private volatile @Nullable Listener listener;

  /**
   * Leaves the answers to SUBSCRIBEs to the test.
   *
   * @return this transport
   */
  public ScriptedTransport holdingSubscribes() {
    answersSubscribes = false;
    return this;
  }

  /**
   * Leaves the acknowledgements of PUBLISHes to the test.
   *
   * @return this transport
   */
  public ScriptedTransport holdingPublishes() {
    acknowledgesPublishes = false;
    return this;
  }

  @Override
  public void start(Listener newListener) {
    if (listener != null) {
      throw new IllegalStateException("the transport was started before");
    }
    listener = newListener;
  }

  @Override
  public CompletableFuture<List<SubscriptionResult>> subscribe(List<Subscription> subscriptions) {
    Subscribed subscribed = new Subscribed(List.copyOf(subscriptions), new CompletableFuture<>());
    subscribes.add(subscribed);
    if (answersSubscribes) {
      subscribed.grant();
    }
    return subscribed.answer();
  }

  @Override
  public CompletableFuture<Void> publish(String topic, byte[] payload, MqttQos qos) {
    Published published = new Published(topic, payload.clone(), qos, new CompletableFuture<>());
    publishes.add(published);
    if (acknowledgesPublishes) {
      published.acknowledge();
    }
    return published.acknowledged();
  }

  @Override
  public void close() {
    closed = true;
  }

  /** {@return whether the framework started the transport} */
  public boolean isStarted() {
    return listener != null;
  }

  /** {@return whether the framework closed the transport} */
  public boolean isClosed() {
    return closed;
  }

  /** {@return every SUBSCRIBE so far} */
  public List<Subscribed> subscribes() {
    return List.copyOf(subscribes);
  }

  /** {@return every PUBLISH so far} */
  public List<Published> publishes() {
    return List.copyOf(publishes);
  }

  /**
   * The publishes on one topic.
   *
   * @param topic the topic
   * @return them so far
   */
  public List<Published> publishesTo(String topic) {
    return publishes.stream().filter(published -> published.topic().equals(topic)).toList();
  }

  /** {@return the last SUBSCRIBE} */
  public Subscribed lastSubscribe() {
    return last(subscribes, "SUBSCRIBE");
  }

  /** {@return the last PUBLISH} */
  public Published lastPublish() {
    return last(publishes, "PUBLISH");
  }

  private static <T> T last(List<T> packets, String name) {
    if (packets.isEmpty()) {
      throw new AssertionError("no " + name + " was sent");
    }
    return packets.get(packets.size() - 1);
  }

  /** Opens the connection. */
  public void connect() {
    listening().onConnected();
  }

  /**
   * Loses the connection.
   *
   * @param reason what is known of the cause
   */
  public void disconnect(String reason) {
    listening().onDisconnected(reason);
  }

  /**
   * Fails to open the connection.
   *
   * @param reason what is known of the cause
   */
  public void failToConnect(String reason) {
    listening().onConnectionFailed(reason);
  }

  /**
   * Has a message arrive.
   *
   * @param topic the topic
   * @param payload the message
   */
  public void deliver(String topic, byte[] payload) {
    listening().onMessage(topic, payload);
  }

  /**
   * Has a message arrive.
   *
   * @param topic the topic
   * @param payload the message, sent as UTF-8
   */
  public void deliver(String topic, String payload) {
    deliver(topic, payload.getBytes(StandardCharsets.UTF_8));
  }

  private Listener listening() {
    Listener started = listener;
    if (started == null) {
      throw new AssertionError("the transport was not started");
    }
    return started;
  }
}
