package io.jobhandler.localjobs;

import java.util.Map;

/**
 * What has passed through the listeners since the service started. Immutable.
 *
 * @param total everything
 * @param byClientId per MQTT client id
 * @param byThingName per thing, by the topics {@code $aws/things/<thingName>/...}; connects are not
 *     counted here
 */
public record Traffic(
    Counts total, Map<String, Counts> byClientId, Map<String, Counts> byThingName) {

  /** Copies the maps. */
  public Traffic {
    byClientId = Map.copyOf(byClientId);
    byThingName = Map.copyOf(byThingName);
  }

  /**
   * The counts of a client.
   *
   * @param clientId the MQTT client id
   * @return its counts, all zero if it never connected
   */
  public Counts ofClient(String clientId) {
    return byClientId.getOrDefault(clientId, Counts.NONE);
  }

  /**
   * The counts of a thing.
   *
   * @param thingName the thing
   * @return its counts, all zero if nothing went to or came from it
   */
  public Counts ofThing(String thingName) {
    return byThingName.getOrDefault(thingName, Counts.NONE);
  }

  /**
   * Counts of MQTT packets, as the service sees them.
   *
   * @param connects accepted CONNECT packets
   * @param subscribes SUBSCRIBE packets
   * @param unsubscribes UNSUBSCRIBE packets
   * @param publishesIn PUBLISH packets received
   * @param publishesOut PUBLISH packets sent
   */
  public record Counts(
      long connects, long subscribes, long unsubscribes, long publishesIn, long publishesOut) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }
}
