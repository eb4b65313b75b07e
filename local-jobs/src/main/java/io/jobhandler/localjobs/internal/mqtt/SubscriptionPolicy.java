package io.jobhandler.localjobs.internal.mqtt;

/** Decides whether a client may subscribe. */
@FunctionalInterface
public interface SubscriptionPolicy {

  /** What becomes of a subscription. */
  enum Verdict {
    /** It is granted. */
    GRANT,
    /** The SUBACK carries the reason code 0x87, or 0x80 in MQTT 3.1.1. */
    REFUSE,
    /** The client is disconnected, as AWS IoT Core does. */
    DISCONNECT
  }

  Verdict check(String filter);
}
