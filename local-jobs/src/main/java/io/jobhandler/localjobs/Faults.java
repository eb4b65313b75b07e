package io.jobhandler.localjobs;

import static io.jobhandler.localjobs.internal.mqtt.SubscriptionPolicy.Verdict.DISCONNECT;
import static io.jobhandler.localjobs.internal.mqtt.SubscriptionPolicy.Verdict.REFUSE;

import io.jobhandler.localjobs.internal.server.FaultPlan;
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

  Faults(LocalServer server) {
    this.server = server;
    this.plan = server.faults();
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
   * Serves the next requests, but does not send the responses.
   *
   * @param next how many; replaces what was set before
   */
  public void dropResponses(int next) {
    plan.dropResponses(checked(next));
  }

  /**
   * Sends the next responses twice.
   *
   * @param next how many; replaces what was set before
   */
  public void duplicateResponses(int next) {
    plan.duplicateResponses(checked(next));
  }

  /**
   * Does not send the next notifications, notify and notify-next counted alike.
   *
   * @param next how many; replaces what was set before
   */
  public void dropNotifications(int next) {
    plan.dropNotifications(checked(next));
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

  /** Takes all faults back, those of artifacts too. */
  public void clear() {
    plan.clear();
    artifacts().clear();
  }

  static int checked(int next) {
    if (next < 0) {
      throw new IllegalArgumentException("the number must be zero or more, but is " + next);
    }
    return next;
  }
}
