package io.jobhandler.localjobs.internal.mqtt;

/** Takes the messages that clients publish to topics that begin with {@code $}. */
@FunctionalInterface
public interface ReservedTopics {
  void published(Session from, String topic, byte[] payload);
}
