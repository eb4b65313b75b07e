package io.jobhandler.localjobs;

import static io.jobhandler.localjobs.internal.mqtt.SubscriptionPolicy.Verdict.DISCONNECT;
import static io.jobhandler.localjobs.internal.mqtt.SubscriptionPolicy.Verdict.REFUSE;
import static java.util.Objects.requireNonNull;

import io.jobhandler.localjobs.internal.server.Deliveries;
import io.jobhandler.localjobs.internal.server.FaultPlan;
import io.jobhandler.localjobs.internal.server.FaultPlan.Fault;
import io.jobhandler.localjobs.internal.server.LocalServer;
import io.jobhandler.localjobs.internal.service.ErrorCode;
import java.util.Arrays;

/**
 * Makes the service misbehave, so that a device's answer to it can be tested. Thread-safe; takes
 * effect with the next packet the service handles.
 */
public final class Faults {
  private final LocalServer server;
  private final FaultPlan plan;
  private final Deliveries deliveries;

  Faults(LocalServer server) {
    this.server = server;
    this.plan = server.faults();
    this.deliveries = server.deliveries();
  }

  /**
   * Disconnects every client that subscribes to a filter, as AWS IoT Core does when a policy
   * forbids it.
   *
   * @param filter the topic filter, character for character
   */
  public void denySubscription(String filter) {
    plan.onSubscription(filter, DISCONNECT);
  }

  /**
   * Refuses subscriptions to a filter in the SUBACK: reason code 0x87, or 0x80 in MQTT 3.1.1.
   *
   * @param filter the topic filter, character for character
   */
  public void refuseSubscription(String filter) {
    plan.onSubscription(filter, REFUSE);
  }

  /**
   * Neither serves nor answers the next requests.
   *
   * @param next how many; replaces what was set before
   */
  public void dropRequests(int next) {
    plan.plan(Fault.REQUEST_DROPPED, checked(next));
  }

  /**
   * Serves the next requests, but does not send the responses.
   *
   * @param next how many; replaces what was set before
   */
  public void dropResponses(int next) {
    plan.plan(Fault.RESPONSE_DROPPED, checked(next));
  }

  /**
   * Sends the next responses twice.
   *
   * @param next how many; replaces what was set before
   */
  public void duplicateResponses(int next) {
    plan.plan(Fault.RESPONSE_DUPLICATED, checked(next));
  }

  /**
   * Serves the next requests, but keeps the responses until {@link #releaseResponses()}.
   *
   * @param next how many; replaces what was set before
   */
  public void holdResponses(int next) {
    plan.plan(Fault.RESPONSE_HELD, checked(next));
  }

  /**
   * Sends the responses that were held, in the order of the requests, to the clients that asked, as
   * far as they are connected and subscribed by then. Returns at once.
   */
  public void releaseResponses() {
    deliveries.releaseResponses();
  }

  /**
   * Does not send the next notifications, notify and notify-next counted alike.
   *
   * @param next how many; replaces what was set before
   */
  public void dropNotifications(int next) {
    plan.plan(Fault.NOTIFICATION_DROPPED, checked(next));
  }

  /**
   * Sends the next notifications twice, notify and notify-next counted alike.
   *
   * @param next how many; replaces what was set before
   */
  public void duplicateNotifications(int next) {
    plan.plan(Fault.NOTIFICATION_DUPLICATED, checked(next));
  }

  /**
   * Sends a notification again, however stale it is meanwhile. Returns at once.
   *
   * @param topic the topic of the notification, for example {@code
   *     $aws/things/pump/jobs/notify-next}
   * @param ago which one: 0 for the latest on the topic, delivered or not, 1 for the one before
   * @throws IllegalArgumentException if there was none, or if it is not among the last 64
   *     notifications of the service
   */
  public void repeatNotification(String topic, int ago) {
    deliveries.repeat(topic, checked(ago));
  }

  /**
   * Turns the order of the next messages round, responses and notifications counted alike: keeps
   * one back until the next to the same client was sent, and so with the pairs that follow. If
   * there is no next one, the message is lost.
   *
   * @param next how many; replaces what was set before
   */
  public void reorderMessages(int next) {
    plan.plan(Fault.MESSAGE_OVERTAKEN, checked(next));
  }

  /**
   * Lets chance decide what becomes of requests, responses and notifications for which nothing else
   * is set. The same seed makes the same decisions as long as the messages come in the same order.
   *
   * @param seed the seed; replaces what was set before
   * @param rates how often what happens
   */
  public void random(long seed, FaultRates rates) {
    plan.random(seed, requireNonNull(rates, "rates"));
  }

  /**
   * Sends bytes that the service would not. No limit of AWS IoT Core and no fault concerns them.
   * Returns at once.
   *
   * @param topic any topic; reaches every client that has subscribed to it
   * @param payload any bytes; copied
   */
  public void publish(String topic, byte[] payload) {
    deliveries.publish(requireNonNull(topic, "topic"), payload.clone());
  }

  /**
   * Rejects the next requests without looking at them.
   *
   * @param code the code as devices get it, for example {@code RequestThrottled} or {@code
   *     InternalError}
   * @param next how many; replaces what was set before
   * @throws IllegalArgumentException if the service knows no such code
   */
  public void rejectRequests(String code, int next) {
    ErrorCode known =
        Arrays.stream(ErrorCode.values())
            .filter(value -> value.wireName().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(unknown(code)));
    plan.rejectRequests(known, checked(next));
  }

  private static String unknown(String code) {
    return "'"
        + code
        + "' is no code of the service; known: "
        + Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName).toList();
  }

  /** Cuts all connections without a word, as a broken network does. Returns at once. */
  public void disconnectClients() {
    server.dropConnections();
  }

  /** {@return the switches that make the downloads of all artifacts go wrong} */
  public ArtifactFaults artifacts() {
    return new ArtifactFaults(server.artifacts().faults(), null);
  }

  /**
   * {@return the switches that make the downloads of one artifact go wrong, in all its versions}
   *
   * @param bucket the bucket
   * @param key the key; need not exist yet
   * @throws LocalJobsException InvalidBucketName, InvalidURI or KeyTooLongError if a name breaks
   *     its rule
   */
  public ArtifactFaults artifacts(String bucket, String key) {
    return new ArtifactFaults(server.artifacts().faults(), Artifacts.name(bucket, key));
  }

  /** Takes all faults back, those of artifacts too. Messages that are held are dropped. */
  public void clear() {
    plan.clear();
    deliveries.clear();
    artifacts().clear();
  }

  static int checked(int next) {
    if (next < 0) {
      throw new IllegalArgumentException("the number must be zero or more, but is " + next);
    }
    return next;
  }
}
