package io.jobhandler.spi;

/** How often a message may arrive. AWS IoT Core knows no "exactly once". */
public enum MqttQos {
  /** A message may be lost. */
  AT_MOST_ONCE,
  /** A message is acknowledged and may arrive again. */
  AT_LEAST_ONCE
}
