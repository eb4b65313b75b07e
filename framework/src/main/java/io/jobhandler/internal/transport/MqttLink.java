package io.jobhandler.internal.transport;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.transport.PublishPacer.Priority;
import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.spi.MqttTransport.Subscription;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of one thing with its standing subscriptions. Takes every event off the
 * transport's thread at once; everything here runs on the loop.
 */
public final class MqttLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

  /** Told of what happens, on the loop. */
  public interface Listener {
    /** Connected and subscribed; what was sent before may have been missed. */
    void onReady();

    /**
     * The connection was lost and will be opened again.
     *
     * @param reason what is known of the cause
     */
    void onLost(String reason);

    /**
     * A subscription was refused for good; the connection is closed.
     *
     * @param refusal names the filter
     */
    void onRefused(SubscriptionRefusedException refusal);

    /**
     * A message arrived.
     *
     * @param topic the topic
     * @param payload the message
     */
    void onMessage(String topic, byte[] payload);
  }

  private final MqttTransport transport;
  private final StandingSubscriptions subscriptions;
  private final PublishPacer pacer;
  private final Loop loop;
  private final Listener listener;
  private boolean ready;
  private boolean closed;

  /**
   * Makes a link that is not yet started.
   *
   * @param transport the connection
   * @param subscriptions what to subscribe to after every connect
   * @param publishesPerSecond the most publishes in a second; 0 for no limit
   * @param loop where everything runs
   * @param listener told of what happens
   */
  public MqttLink(
      MqttTransport transport,
      List<Subscription> subscriptions,
      int publishesPerSecond,
      Loop loop,
      Listener listener) {
    this.transport = transport;
    this.subscriptions =
        new StandingSubscriptions(transport, subscriptions, loop, new SubscriptionEvents());
    this.pacer = new PublishPacer(publishesPerSecond, loop);
    this.loop = loop;
    this.listener = listener;
  }

  /** Begins to connect. */
  public void start() {
    transport.start(new TransportEvents());
  }

  /**
   * Whether the thing is connected and subscribed.
   *
   * @return true between {@link Listener#onReady} and {@link Listener#onLost}
   */
  public boolean isReady() {
    return ready;
  }

  /**
   * Publishes as soon as the rate allows.
   *
   * @param topic the topic
   * @param payload the message
   * @param qos how often it may arrive
   * @param priority what goes first when not all can go
   * @param onSent run when the message's turn has come and it goes out
   * @return completed when the message was acknowledged; failed at once while not connected
   */
  public CompletableFuture<Void> publish(
      String topic, byte[] payload, MqttQos qos, Priority priority, Runnable onSent) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    pacer.submit(
        priority,
        () -> {
          if (ready) {
            onSent.run();
            publishNow(topic, payload, qos, acknowledged);
          } else {
            acknowledged.completeExceptionally(new IllegalStateException("not connected"));
          }
        });
    return acknowledged;
  }

  private void publishNow(
      String topic, byte[] payload, MqttQos qos, CompletableFuture<Void> acknowledged) {
    try {
      CompletionStage<Void> published = transport.publish(topic, payload, qos);
      published.whenComplete((done, failure) -> complete(acknowledged, failure));
    } catch (RuntimeException e) {
      acknowledged.completeExceptionally(e);
    }
  }

  private static void complete(CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    ready = false;
    subscriptions.stop();
    transport.close();
  }

  private final class SubscriptionEvents implements StandingSubscriptions.Listener {
    @Override
    public void onSubscribed() {
      ready = true;
      listener.onReady();
    }

    @Override
    public void onRefused(SubscriptionRefusedException refusal) {
      close();
      listener.onRefused(refusal);
    }
  }

  private final class TransportEvents implements MqttTransport.Listener {
    @Override
    public void onConnected() {
      onLoop(subscriptions::onConnected);
    }

    @Override
    public void onDisconnected(String reason) {
      onLoop(
          () -> {
            ready = false;
            LOG.info("Connection lost: {}", reason);
            listener.onLost(reason);
            subscriptions.onDisconnected();
          });
    }

    @Override
    public void onConnectionFailed(String reason) {
      onLoop(() -> LOG.warn("Cannot connect, trying again: {}", reason));
    }

    @Override
    public void onMessage(String topic, byte[] payload) {
      onLoop(() -> listener.onMessage(topic, payload));
    }

    /** What is under way when the link is closed reaches nobody. */
    private void onLoop(Runnable event) {
      loop.execute(
          () -> {
            if (!closed) {
              event.run();
            }
          });
    }
  }
}
